import { expect, it } from 'vitest';
import { byCaretaker } from './caretaker.ts';
import { documentsFor } from './documents/evaluate-documents.ts';
import { harborCity } from './harbor-city.test-support.ts';

const at = (age: number | null) => byCaretaker(documentsFor(harborCity, age));

it('finds a caretaker’s word at the ages at which it counts, and says whether papers alone are enough', () => {
  const child = at(9);
  expect(child.words.map(({ id }) => id)).toEqual(['parent-or-guardian']);
  expect(child.papers.map(({ id }) => id)).not.toContain('parent-or-guardian');
  expect(child.isNeeded).toBe(true);
  expect(at(14)).toMatchObject({ words: [], isNeeded: false });
  expect(at(null).words).toEqual([]);
});

it('does not need a caretaker whose word only replaces a paper', () => {
  const asked = documentsFor({ ...harborCity, ageRules: [] }, 9);
  expect(byCaretaker(asked)).toMatchObject({ isNeeded: false });
  expect(byCaretaker(asked).words).toHaveLength(1);
});
