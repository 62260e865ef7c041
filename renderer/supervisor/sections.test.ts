import { expect, test } from 'vitest';
import { keyOf, sectionsFor } from './sections.ts';

test('IT staff get printers, the ledger, orders, the applicant screens and the computer and nothing else, a clerk gets nothing', () => {
  const all = sectionsFor('supervisor');
  expect(new Set(all).size).toBe(all.length);
  expect(sectionsFor('it')).toEqual(['printer', 'ledger', 'suspension', 'residents', 'computer']);
  expect(sectionsFor('clerk')).toEqual([]);
});

test('each section has a key of its own', () => {
  const all = sectionsFor('supervisor');
  const keys = all.map((section) => keyOf(section, all));
  expect(keys.every((key) => key.length === 1)).toBe(true);
  expect(new Set(keys).size).toBe(all.length);
});

test('before a kiosk is live a supervisor has what going live may need, and nothing else', () => {
  expect(sectionsFor('supervisor', false)).toEqual(['staff', 'computer']);
});
