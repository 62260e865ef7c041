import { expect, test } from 'vitest';
import { encodeCode } from './card-code.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Mask conditions of ISO/IEC 18004, 7.8.2, by row and column. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Finder patterns with their separators, format information and timing of version 1. */
function isFunction(row: number, column: number): boolean {
  return (row < 9 && (column < 9 || column > 12)) || (row > 12 && column < 9) || row === 6 || column === 6;
}

/** A reader of undamaged version 1 codes, written from the standard and not from the encoder. */
function readVersionOne(modules: readonly (readonly boolean[])[]): { level: string; text: string } {
  const format = [0, 1, 2, 3, 4].map((column) => (modules[8]?.[column] === true ? '1' : '0')).join('');
  const unmasked = (Number.parseInt(format, 2) ^ 0b10101).toString(2).padStart(5, '0');
  const mask = MASKS[Number.parseInt(unmasked.slice(2), 2)];
  let bits = '';
  for (let pair = 0; pair < 10; pair += 1) {
    const right = 20 - pair * 2 - (pair > 6 ? 1 : 0);
    for (let step = 0; step < 21; step += 1) {
      const row = pair % 2 === 0 ? 20 - step : step;
      for (const column of [right, right - 1]) {
        if (isFunction(row, column)) continue;
        bits += (modules[row]?.[column] === true) !== (mask?.(row, column) === true) ? '1' : '0';
      }
    }
  }
  expect(bits.slice(0, 4)).toBe('0010');
  const length = Number.parseInt(bits.slice(4, 13), 2);
  let text = '';
  for (let at = 13; text.length < length; at += 11) {
    const value = Number.parseInt(bits.slice(at, at + 11), 2);
    text += ALPHANUMERIC.charAt(Math.floor(value / 45)) + ALPHANUMERIC.charAt(value % 45);
  }
  return { level: unmasked.slice(0, 2), text };
}

test.each(['K7Q29MXT6K', 'H7K29MXT4Y', 'YYYYYYYYYY'])(
  'the code of %s says exactly that, at level H',
  (number) => {
    const modules = encodeCode(number);
    expect(modules.map((row) => row.length)).toEqual(Array.from({ length: 21 }, () => 21));
    expect(readVersionOne(modules)).toEqual({ level: '10', text: number });
  },
);
