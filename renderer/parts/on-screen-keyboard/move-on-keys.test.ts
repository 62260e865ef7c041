import { expect, it } from 'vitest';
import { type KeyPlace, moveOnKeys } from './move-on-keys.ts';

/** Rows of keys ten wide, each row beginning so far from the left. */
function keyboard(rows: readonly { readonly count: number; readonly from: number }[]): readonly KeyPlace[] {
  return rows.flatMap(({ count, from }, row) =>
    Array.from({ length: count }, (_, at) => ({ x: from + at * 12, y: row * 12, width: 10, height: 10 })),
  );
}

const keys = keyboard([
  { count: 4, from: 0 },
  { count: 3, from: 6 },
]);

it('moves in a row, and on at its other end', () => {
  expect(moveOnKeys(keys, 0, 'ArrowRight')).toBe(1);
  expect(moveOnKeys(keys, 3, 'ArrowRight')).toBe(0);
  expect(moveOnKeys(keys, 4, 'ArrowLeft')).toBe(6);
  expect(moveOnKeys(keys, 5, 'Home')).toBe(4);
  expect(moveOnKeys(keys, 5, 'End')).toBe(6);
});

it('moves up and down to the nearest key, and not beyond', () => {
  expect(moveOnKeys(keys, 3, 'ArrowDown')).toBe(6);
  expect(moveOnKeys(keys, 6, 'ArrowUp')).toBe(2);
  expect(moveOnKeys(keys, 0, 'ArrowUp')).toBe(0);
  expect(moveOnKeys(keys, 5, 'ArrowDown')).toBe(5);
});

it('of two keys that are as near, goes down to the right one, and up to where it came from', () => {
  // As a display rounds: nothing that is seen may hang on it.
  for (const rounding of [-0.2, 0, 0.2]) {
    const rounded = keys.map((key, at) => (at < 4 ? key : { ...key, x: key.x + rounding }));
    expect(moveOnKeys(rounded, 1, 'ArrowDown')).toBe(5);
    expect(moveOnKeys(rounded, 5, 'ArrowUp')).toBe(1);
  }
});

it('goes by what is seen: keys that were laid out from the right', () => {
  const mirrored = keys.map((key) => ({ ...key, x: -key.x }));
  expect(moveOnKeys(mirrored, 0, 'ArrowLeft')).toBe(1);
  expect(moveOnKeys(mirrored, 0, 'ArrowRight')).toBe(3);
});

it('knows no other keys', () => {
  expect(moveOnKeys(keys, 0, 'a')).toBeNull();
  expect(moveOnKeys([], 0, 'ArrowRight')).toBeNull();
});
