import { expect, test } from 'vitest';
import { readCardNaming } from '../../../shared/card/number/card-naming.ts';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import {
  createScanWatch,
  type Press,
  SCANNER_GAP_MILLISECONDS,
  TERMINATOR_MILLISECONDS,
} from './scan-watch.ts';

let last = 17;
/** Some card's number, the same each time. */
const number = createCardNumber((count) =>
  Uint8Array.from({ length: count }, () => {
    last = (last * 73 + 41) % 251;
    return last;
  }),
);

/** Digits whose last one happens to be their check character. */
function aNumberOfDigits(): string {
  for (let count = 222_222_222; ; count += 1) {
    const candidates = [...'23456789'].map((check) => `${count}${check}`);
    const found = candidates.find((each) => readCardNaming(each).kind === 'whole');
    if (found !== undefined) return found;
  }
}

/** What each of the keys is part of, so many milliseconds apart. */
function pressed(keys: readonly string[], gap: number): readonly Press[] {
  const watch = createScanWatch();
  return keys.map((key, index) => watch.press(key, 1_000 + index * gap));
}

test('a scanned card is known by its last character, with all that the scanner sends behind it', () => {
  const keys = [']', 'C', '1', ...number, 'Tab', 'Enter'];
  expect(pressed(keys, 3)).toEqual([
    'begins',
    ...Array.from({ length: 11 }, () => 'goes-on'),
    ...['card', 'card', 'card'],
  ]);
  expect(pressed([...number.toLowerCase()], 3).at(-1)).toBe('card');
});

test('the number of a burst is the last that is whole, digits alone too, and typing has none', () => {
  const after = (keys: readonly string[], gap: number): string | null => {
    const watch = createScanWatch();
    for (const [index, key] of keys.entries()) watch.press(key, 1_000 + index * gap);
    return watch.number();
  };
  expect(after([']', 'C', '1', ...number.toLowerCase(), 'Tab', 'Enter'], 3)).toBe(number);
  expect(after([...number.slice(0, 9)], 3)).toBe(null);
  expect(after([...number], SCANNER_GAP_MILLISECONDS)).toBe(null);
  expect(after([...aNumberOfDigits()], 3)).toBe(aNumberOfDigits());
});

test('a hand that types the same, and a burst that is no number, are none', () => {
  expect(new Set(pressed([...number], SCANNER_GAP_MILLISECONDS))).toEqual(new Set(['begins']));
  expect(pressed([...'Wilhelmina'], 3)).not.toContain('card');
  const slip = number.endsWith('X') ? 'Y' : 'X';
  expect(pressed([...number.slice(0, 9), slip], 3)).not.toContain('card');
});

test('digits that happen to agree are what a library card has, and stay', () => {
  expect(pressed([...aNumberOfDigits()], 3)).not.toContain('card');
});

test('what comes after a pause is typing again', () => {
  const watch = createScanWatch();
  for (const [index, key] of [...number].entries()) watch.press(key, index);
  expect(watch.press('a', 500)).toBe('begins');
  expect(watch.press('b', 501)).toBe('goes-on');
});

test('Enter and Tab that a scanner sends late are of its card, and a hand’s are not', () => {
  const behind = (...later: readonly (readonly [string, number])[]): readonly Press[] => {
    const watch = createScanWatch();
    for (const [index, key] of [...number].entries()) watch.press(key, 1_000 + index * 3);
    const last = 1_000 + (number.length - 1) * 3;
    return later.map(([key, wait]) => watch.press(key, last + wait));
  };
  expect(behind(['Enter', TERMINATOR_MILLISECONDS])).toEqual(['card']);
  expect(behind(['Tab', 60], ['Enter', 160])).toEqual(['card', 'card']);
  expect(behind(['Enter', TERMINATOR_MILLISECONDS + 1])).toEqual(['begins']);
  expect(behind(['a', 60], ['Enter', 120])).toEqual(['begins', 'begins']);
});
