import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

test('IT staff get the printer, the ledger and orders and nothing of staff, holds or policy, a clerk gets nothing', () => {
  expect(sectionsFor('supervisor')).toEqual([
    ...['staff', 'printer', 'hold', 'ledger', 'policy', 'practice', 'suspension'],
  ]);
  expect(sectionsFor('it')).toEqual(['printer', 'ledger', 'suspension']);
  expect(sectionsFor('clerk')).toEqual([]);
});
