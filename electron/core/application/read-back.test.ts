import { expect, it } from 'vitest';
import { createReadBack } from './read-back.ts';

it('lasts a second and a half from its beginning, and a change or another beginning starts it anew', () => {
  let time = 10_000;
  const readBack = createReadBack(() => time);
  const after = (milliseconds: number): boolean => {
    time += milliseconds;
    return readBack.isLongEnough();
  };
  expect(after(60_000)).toBe(false);
  readBack.begin();
  expect(after(1_499)).toBe(false);
  expect(after(1)).toBe(true);
  readBack.begin();
  expect(after(1_499)).toBe(false);
  readBack.end();
  expect(after(60_000)).toBe(false);
});
