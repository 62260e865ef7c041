import { expect, it } from 'vitest';
import { forgetPatterns, patternsOfBytes, patternsOfValue } from './patterns.ts';

it('labels every form with what the value is, and forgets the forms', () => {
  const patterns = [
    ...patternsOfValue('given name', 'Zobrekimu'),
    ...patternsOfBytes('application key', new Uint8Array(32).fill(9)),
  ];
  expect(new Set(patterns.map(({ label }) => label))).toEqual(new Set(['given name', 'application key']));
  forgetPatterns(patterns);
  expect(patterns.every(({ bytes }) => bytes.every((byte) => byte === 0))).toBe(true);
});
