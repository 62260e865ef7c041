import { expect, test } from 'vitest';
import { LETTERS_ON_A_PAGE, moveInTable } from './move-in-table.ts';

/** Ten letters beside each other: nine rows to a page. */
const from = (at: number, key: string, count = 200, inSearch = false) =>
  moveInTable({ key, at, count, columns: 10, inSearch });

test('the arrows lead from letter to letter and from row to row', () => {
  expect(from(0, 'ArrowRight')).toBe(1);
  expect(from(11, 'ArrowLeft')).toBe(10);
  expect(from(3, 'ArrowDown')).toBe(13);
  expect(from(13, 'ArrowUp')).toBe(3);
  expect(from(0, 'ArrowLeft')).toBe(0);
  expect(from(199, 'ArrowRight')).toBe(199);
});

test('down leads from the search field to the letter at hand, up from the first row back to it', () => {
  expect(from(0, 'ArrowDown', 200, true)).toBe(0);
  expect(from(4, 'ArrowUp')).toBe('search');
  // In the field these are for the text.
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
    expect(from(0, key, 200, true)).toBeNull();
});

test('a last row that is shorter is reached, and from it the next page', () => {
  expect(from(17, 'ArrowDown', 25)).toBe(24);
  expect(from(24, 'ArrowDown', 25)).toBe(24);
  expect(from(LETTERS_ON_A_PAGE - 3, 'ArrowDown')).toBe(LETTERS_ON_A_PAGE);
  expect(from(LETTERS_ON_A_PAGE + 2, 'ArrowUp')).toBe(LETTERS_ON_A_PAGE - 1);
});

test('pages are turned from anywhere, and end', () => {
  expect(from(7, 'PageDown', 200, true)).toBe(LETTERS_ON_A_PAGE);
  expect(from(LETTERS_ON_A_PAGE + 7, 'PageUp')).toBe(0);
  expect(from(0, 'PageUp')).toBe(0);
  expect(from(190, 'PageDown')).toBe(199);
  expect(from(12, 'Home')).toBe(0);
  expect(from(12, 'End')).toBe(LETTERS_ON_A_PAGE - 1);
});

test('where nothing is found no key leads anywhere, and other keys never do', () => {
  expect(from(0, 'ArrowDown', 0)).toBeNull();
  expect(from(0, 'Tab')).toBeNull();
  expect(from(0, 'a')).toBeNull();
});
