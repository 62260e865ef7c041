import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

test('IT staff get the printer and the ledger and nothing of staff or holds, a clerk gets nothing', () => {
  expect(sectionsFor('supervisor')).toEqual(['staff', 'printer', 'hold', 'ledger']);
  expect(sectionsFor('it')).toEqual(['printer', 'ledger']);
  expect(sectionsFor('clerk')).toEqual([]);
});
