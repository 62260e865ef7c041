/** Where a key is on the screen, in any unit. */
export interface KeyPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Keys that stand beside each other, as they are laid out now: a narrow screen has more rows. */
function rowsOf(keys: readonly KeyPlace[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  let top = Number.NaN;
  for (const [index, { y, height }] of keys.entries()) {
    if (!(Math.abs(y - top) < height / 2)) rows.push([]);
    rows.at(-1)?.push(index);
    top = y;
  }
  return rows.map((row) => row.toSorted((one, other) => (keys[one]?.x ?? 0) - (keys[other]?.x ?? 0)));
}

function middle({ x, width }: KeyPlace): number {
  return x + width / 2;
}

/**
 * The nearest key of another row. Rows are often half a key apart, and then two are as near: down leads to the right one and
 * up to the left one, as keys on a desk lie (S below W), so that up leads back to where down came from.
 */
function nearest(keys: readonly KeyPlace[], row: readonly number[], from: KeyPlace, isDown: boolean): number {
  const inOrder = isDown ? row.toReversed() : row;
  const distance = (index: number): number => Math.abs(middle(keys[index] ?? from) - middle(from));
  // Half a pixel is how a display rounds, and no difference that is seen.
  return inOrder.reduce((best, each) => (distance(each) < distance(best) - 0.5 ? each : best));
}

/**
 * Where an arrow key leads, as it is seen on the screen, whichever way the language runs: to the end of a row and on at its
 * other end; up and down to the nearest key, and not beyond the first and last row. Null: the key is none of ours.
 */
export function moveOnKeys(keys: readonly KeyPlace[], at: number, key: string): number | null {
  const rows = rowsOf(keys);
  const rowAt = rows.findIndex((row) => row.includes(at));
  const row = rows[rowAt];
  const from = keys[at];
  if (row === undefined || from === undefined) return null;
  const place = row.indexOf(at);
  const within = (to: number): number => row[(to + row.length) % row.length] ?? at;
  const inRow = (other: readonly number[] | undefined, isDown: boolean): number =>
    other === undefined ? at : nearest(keys, other, from, isDown);
  switch (key) {
    case 'ArrowRight':
      return within(place + 1);
    case 'ArrowLeft':
      return within(place - 1);
    case 'ArrowDown':
      return inRow(rows[rowAt + 1], true);
    case 'ArrowUp':
      return inRow(rows[rowAt - 1], false);
    case 'Home':
      return within(0);
    case 'End':
      return within(-1);
    default:
      return null;
  }
}
