import { expect, test } from 'vitest';
import { createKeyWatch } from './key-watch.ts';
import { SCANNER_GAP_MILLISECONDS } from './scan-watch.ts';

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
