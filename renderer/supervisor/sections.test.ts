import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

test('IT staff get the ledger and nothing of staff or holds, a clerk gets nothing', () => {
  expect(sectionsFor('supervisor')).toEqual(['staff', 'hold', 'ledger']);
  expect(sectionsFor('it')).toEqual(['ledger']);
  expect(sectionsFor('clerk')).toEqual([]);
});
