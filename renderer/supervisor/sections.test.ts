import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

test('IT staff get the printer and the ledger and nothing of staff, holds, policy or statistics, a clerk gets nothing', () => {
  expect(sectionsFor('supervisor')).toEqual([
    'staff',
    'printer',
    'hold',
    'ledger',
    'policy',
    'practice',
    'statistics',
  ]);
  expect(sectionsFor('it')).toEqual(['printer', 'ledger']);
  expect(sectionsFor('clerk')).toEqual([]);
});
