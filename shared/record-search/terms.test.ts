import { expect, it } from 'vitest';
import { checkAskedName, digestedText } from './terms.ts';

it.each([
  ['O', 'O'],
  ['  Zephyrina   Vandersloot ', 'Zephyrina Vandersloot'],
  ['أحمد', 'أحمد'],
  ['王小明', '王小明'],
  ['देवेन्द्र', 'देवेन्द्र'],
  ['Jose\u0301', 'José'],
])('%j is asked for as it stands', (typed, name) => {
  expect(checkAskedName(typed)).toEqual({ ok: true, value: name });
});

it.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['- .', 'no-letter'],
  ['a'.repeat(121), 'too-long'],
  ['a'.repeat(10_000), 'too-long'],
  ['Zeph*', 'forbidden-character'],
  ['Zeph?', 'forbidden-character'],
  ['Zeph%', 'forbidden-character'],
  ['Zeph_', 'forbidden-character'],
  ['\u202EZephyrina', 'forbidden-character'],
  ['\u2067Zephyrina\u2069', 'forbidden-character'],
  ['Zeph\u0000yrina', 'forbidden-character'],
  ['\u0301Zephyrina', 'forbidden-character'],
])('%j is no question: %s', (typed, kind) => {
  expect(checkAskedName(typed)).toMatchObject({ ok: false, error: { kind } });
});

it('another salt or another name is another digest', () => {
  const texts = [digestedText('00', 'A'), digestedText('01', 'A'), digestedText('00', 'B')];
  expect(new Set(texts).size).toBe(3);
});
