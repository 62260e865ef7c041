import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

test('IT staff get the printer and the ledger and nothing of staff, holds or policy, a clerk gets nothing', () => {
  expect(sectionsFor('supervisor')).toEqual([
    'staff',
    'printer',
    'hold',
    'ledger',
    'policy',
    'practice',
    'statement',
  ]);
  expect(sectionsFor('it')).toEqual(['printer', 'ledger']);
  expect(sectionsFor('clerk')).toEqual([]);
});
