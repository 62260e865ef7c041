import { expect, test } from 'vitest';
import { mayNameCard } from './card-characters.ts';

test('four characters or all ten name a card, however they are grouped', () => {
  expect(mayNameCard('WQ2T')).toBe(true);
  expect(mayNameCard('H4K9M-7WQ2T')).toBe(true);
  expect(mayNameCard('H4K9M7WQ2T')).toBe(true);
  expect(mayNameCard('WQ2')).toBe(false);
  expect(mayNameCard('H4K9M')).toBe(false);
});
