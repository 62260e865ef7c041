import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';
import { createKeyWatch } from './key-watch.ts';
import { SCANNER_GAP_MILLISECONDS, TERMINATOR_MILLISECONDS } from './scan-watch.ts';

/** Keys with the milliseconds that have passed since the key before. */
type Timed = readonly (readonly [key: string, gap: number])[];

/** What is said of the last of the keys. */
function saidOf(keys: Timed) {
  const watch = createKeyWatch();
  let at = 1_000;
  let said = { byHand: false, alone: false, endsBurst: false };
  for (const [key, gap] of keys) {
    at += gap;
    const press = { key, isTrusted: true, repeat: false, timeStamp: at };
    watch.hear(press);
    said = { byHand: watch.isByHand(press), alone: watch.isAlone(press), endsBurst: watch.endsBurst(press) };
  }
  return said;
}

const SCANNED = { byHand: false, alone: false, endsBurst: true };
const BY_HAND = { byHand: true, alone: true, endsBurst: false };

/** Characters as a scanner sends them. */
const sent = (text: string, gap = 4): Timed => [...text].map((key) => [key, gap]);

/** What is said of the last of the keys, so many milliseconds apart. */
function saidOfLast(keys: readonly string[], gap: number, also = {}) {
  const watch = createKeyWatch();
  const presses = keys.map((key, index) => ({
    key,
    isTrusted: true,
    repeat: false,
    timeStamp: 1_000 + index * gap,
    ...also,
  }));
  for (const press of presses) watch.hear(press);
  const last = presses.at(-1);
  if (last === undefined) throw new Error('no key was pressed');
  return { byHand: watch.isByHand(last), endsBurst: watch.endsBurst(last) };
}

test('a trusted press some time after the last key is a hand’s', () => {
  expect(saidOfLast(['F12'], 0)).toEqual({ byHand: true, endsBurst: false });
  expect(saidOfLast(['1', 'Enter'], SCANNER_GAP_MILLISECONDS)).toEqual({ byHand: true, endsBurst: false });
});

test('a digit that needs Shift or another key is a hand’s, and what a scanner sends with it is not', () => {
  for (const held of ['Shift', 'AltGraph', 'CapsLock'])
    expect(saidOfLast([held, '1'], 4), held).toEqual({ byHand: true, endsBurst: false });
  expect(saidOfLast(['Shift', '1', 'Shift', '2', 'Enter'], 4)).toEqual({ byHand: false, endsBurst: true });
  // However slow it is: Shift between two characters is part of what it sends.
  expect(saidOfLast(['1', 'Shift', 'Enter'], SCANNER_GAP_MILLISECONDS - 1).endsBurst).toBe(true);
});

test('a held key, a script and the end of a scan are not', () => {
  expect(saidOfLast(['F12'], 0, { repeat: true }).byHand).toBe(false);
  expect(saidOfLast(['F12'], 0, { isTrusted: false }).byHand).toBe(false);
  expect(saidOfLast([...'29041177', 'Enter'], 4)).toEqual({ byHand: false, endsBurst: true });
  // Whatever a scanner sends between: Shift with each capital, Tab, a space.
  for (const between of ['Shift', 'Tab', ' '])
    expect(saidOfLast(['2', between, 'Enter'], 4), between).toEqual({ byHand: false, endsBurst: true });
});

test('keys that are sent at once without a character are no scan', () => {
  expect(saidOfLast(['Tab', 'Tab', 'Enter'], 1)).toEqual({ byHand: false, endsBurst: false });
  expect(saidOfLast([' ', 'Enter'], 1)).toEqual({ byHand: false, endsBurst: false });
});

test('what a scanner sends late behind at least four characters is still of them', () => {
  for (const wait of [SCANNER_GAP_MILLISECONDS, 60, 100, TERMINATOR_MILLISECONDS])
    for (const key of ['Enter', 'Tab', ' '])
      for (const text of ['2904', '29041177', 'A1b2C3d4'])
        expect(saidOf([...sent(text), [key, wait]]), `${text} ${key} ${wait}`).toEqual(SCANNED);
  // Tab, and Enter behind it; Shift with each capital; the slowest that still is a scanner.
  expect(saidOf([...sent('29041177'), ['Tab', 60], ['Enter', 90]])).toEqual(SCANNED);
  expect(saidOf([...sent('29041177'), ['Shift', 60], ['Enter', 60]])).toEqual(SCANNED);
  const shifted = [...'ABCD'].flatMap(
    (key): Timed => [
      ['Shift', 4],
      [key, 4],
    ],
  );
  expect(saidOf([...shifted, ['Enter', 100]])).toEqual(SCANNED);
  expect(saidOf([...sent('2904', SCANNER_GAP_MILLISECONDS - 1), ['Enter', 100]])).toEqual(SCANNED);
});

test('later, behind fewer characters, and another key, is a hand’s', () => {
  expect(saidOf([...sent('29041177'), ['Enter', TERMINATOR_MILLISECONDS + 1]])).toEqual(BY_HAND);
  expect(saidOf([...sent('29041177'), ['Tab', 200], ['Enter', 51]])).toEqual(BY_HAND);
  expect(saidOf([...sent('290'), ['Enter', SCANNER_GAP_MILLISECONDS]])).toEqual(BY_HAND);
  expect(saidOf([...sent('29041177'), ['F12', SCANNER_GAP_MILLISECONDS]])).toEqual(BY_HAND);
  // What is typed since ends it.
  expect(saidOf([...sent('29041177'), ['a', 60], ['Enter', 60]])).toEqual(BY_HAND);
});

test('an Enter that a hand presses is never taken for a scanner’s, however fast it types', () => {
  // 120 words in a minute are a key each 100 ms. Two keys that roll under a hand may come together, at times three; not four.
  const together = fc.array(fc.tuple(fc.constantFrom(...'etaoinsr1234'), fc.integer({ min: 1, max: 19 })), {
    maxLength: 2,
  });
  const apart = fc.tuple(fc.constantFrom(...'etaoinsr1234 '), fc.integer({ min: 20, max: 400 }));
  const rolled = fc.tuple(apart, together).map(([first, rest]): Timed => [first, ...rest]);
  fc.assert(
    fc.property(
      fc.array(rolled, { maxLength: 12 }),
      fc.constantFrom('Enter', 'Tab', ' '),
      fc.integer({ min: SCANNER_GAP_MILLISECONDS, max: 600 }),
      (typed, key, gap) => {
        expect(saidOf([...typed.flat(), [key, gap]])).toEqual(BY_HAND);
      },
    ),
  );
});

test('the same key pressed anew at once is a second press; another key, a held one, or one that comes later is not', () => {
  const isSecond = (key: string, gap: number, repeat = false): boolean => {
    const watch = createKeyWatch();
    watch.hear({ key: 'c', isTrusted: true, repeat: false, timeStamp: 1_000 });
    const press = { key, isTrusted: true, repeat, timeStamp: 1_000 + gap };
    watch.hear(press);
    return watch.isSecondPress(press);
  };
  expect(isSecond('c', 120)).toBe(true);
  expect(isSecond('c', SECOND_PRESS_MILLISECONDS)).toBe(false);
  expect(isSecond('e', 120)).toBe(false);
  expect(isSecond('c', 120, true)).toBe(false);
});
