import type { SKRSContext2D } from '@napi-rs/canvas';
import type { CodeItem } from '../../../shared/card/face.ts';

/** Rounds a length to whole dots of the target, or leaves it where there are none (PDF). In millimetres. */
export type Snap = (lengthMm: number) => number;

/** A scanner takes all modules for one width; up to so much of it a code may shrink or grow for whole dots. */
const MOST_DRIFT = 0.05;

/** Where the edges of modules fall along one side, in millimetres. */
function edgesAlong(fromMm: number, lengthMm: number, count: number, snap: Snap): readonly number[] {
  const exact = lengthMm / count;
  const whole = snap(exact);
  // On a screen, where modules of one width would not fit the place, every edge goes to its nearest dot.
  const isAlike = Math.abs(whole - exact) <= exact * MOST_DRIFT;
  const from = snap(fromMm);
  return Array.from({ length: count + 1 }, (_, index) =>
    isAlike ? from + index * whole : snap(fromMm + index * exact),
  );
}

/** Edges fall on whole dots, and dark neighbours in a row are one bar, so that no light seam runs between them. */
export function paintCode(context: SKRSContext2D, item: CodeItem, snap: Snap): void {
  context.fillStyle = '#000000';
  const columns = edgesAlong(item.xMm, item.widthMm, item.modules[0]?.length ?? 0, snap);
  const rows = edgesAlong(item.yMm, item.heightMm, item.modules.length, snap);
  const at = (edges: readonly number[], index: number): number => edges[index] ?? 0;
  for (const [rowIndex, row] of item.modules.entries()) {
    const top = at(rows, rowIndex);
    for (let column = 0; column < row.length; column += 1) {
      const start = column;
      while (row[column] === true) column += 1;
      if (column === start) continue;
      const left = at(columns, start);
      context.fillRect(left, top, at(columns, column) - left, at(rows, rowIndex + 1) - top);
    }
  }
}
