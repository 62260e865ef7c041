import type { Canvas } from '@napi-rs/canvas';
import type { RectangleItem, StrokesItem } from '../../../shared/card/face.ts';
import type { PlacedFace } from './lay-out-face.ts';
import { paintItems } from './paint-face.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** What lies under all that is a person's: areas, and lines of the design. */
export type GroundItem = RectangleItem | StrokesItem;

/** The grounds of faces, each painted once. Nothing of a person is on them: they are kept from one card to the next. */
export interface Grounds {
  of(items: readonly GroundItem[], sheet: Sheet): Canvas;
}

/** Both sides as preview, as a try of a photo and for a printer, of a policy and of the one before it. */
const MOST_GROUNDS = 12;

/** The items at the start of a face that hold nothing of a person. */
export function groundOf({ items }: PlacedFace): readonly GroundItem[] {
  const ground: GroundItem[] = [];
  for (const item of items) {
    if (item.kind !== 'rectangle' && item.kind !== 'strokes') break;
    ground.push(item);
  }
  return ground;
}

export function createGrounds(): Grounds {
  const known: { readonly items: readonly GroundItem[]; readonly sheet: Sheet; readonly canvas: Canvas }[] =
    [];
  return {
    of(items, sheet) {
      const found = known.find((each) => isSameSheet(each.sheet, sheet) && areSame(each.items, items));
      if (found !== undefined) return found.canvas;
      const { canvas, context } = openSheet(sheet);
      paintItems(context, items, null, (length) => length);
      if (known.length === MOST_GROUNDS) known.shift();
      known.push({ items, sheet, canvas });
      return canvas;
    },
  };
}

function isSameSheet(one: Sheet, other: Sheet): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.dotsPerMm === other.dotsPerMm &&
    one.bleedDots === other.bleedDots
  );
}

function areSame(some: readonly GroundItem[], others: readonly GroundItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((item, index) => {
      const other = others[index];
      return other !== undefined && isSameItem(item, other);
    })
  );
}

/** Thousands of points are not compared: a design's lines are the same array each time it is described. */
function isSameItem(one: GroundItem, other: GroundItem): boolean {
  if (one.kind === 'strokes')
    return (
      other.kind === 'strokes' &&
      one.paths === other.paths &&
      one.strokeMm === other.strokeMm &&
      one.colour === other.colour
    );
  return (
    other.kind === 'rectangle' &&
    one.xMm === other.xMm &&
    one.yMm === other.yMm &&
    one.widthMm === other.widthMm &&
    one.heightMm === other.heightMm &&
    one.radiusMm === other.radiusMm &&
    one.colour === other.colour
  );
}
