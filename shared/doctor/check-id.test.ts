import { expect, it } from 'vitest';
import { CHECK_GROUPS } from './catalogue.ts';
import { checkIds } from './check-id.ts';

it('every check has a word of its own for ledgers and health records', () => {
  const declared = CHECK_GROUPS.flatMap(({ checks }) => checks.map(({ id }) => id));
  expect(declared.length).toBeGreaterThan(30);
  // One that a later release doesn't make any more keeps its word.
  const words: readonly string[] = checkIds;
  expect(declared.filter((id) => !words.includes(id))).toEqual([]);
  expect(new Set(checkIds).size).toBe(checkIds.length);
});
