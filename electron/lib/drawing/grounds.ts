import type { Canvas } from '@napi-rs/canvas';
import type { PlacedFace, PlacedItem } from './lay-out-face.ts';
import { paintItems } from './paint-face.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** The grounds of faces, each painted once: nothing of a person is on them. */
export interface Grounds {
  of(items: readonly PlacedItem[], sheet: Sheet): Canvas;
  /** Lets go of them all. */
  forget(): void;
}

/** How many items at the start hold nothing of a person: the ground, always the same, is painted once. */
export function countGround(face: PlacedFace): number {
  const first = face.items.findIndex((item) => item.kind !== 'rectangle' && item.kind !== 'strokes');
  return first < 0 ? face.items.length : first;
}

export function createGrounds(): Grounds {
  const grounds = new Map<string, Canvas>();
  return {
    of(items, sheet) {
      const key = JSON.stringify([items, sheet]);
      const known = grounds.get(key);
      if (known !== undefined) return known;
      const { canvas, context } = openSheet(sheet);
      paintItems(context, items, null, (length) => length);
      grounds.set(key, canvas);
      return canvas;
    },
    forget: () => grounds.clear(),
  };
}
