import { expect, it } from 'vitest';
import { DEEPEST_JSON, readJson } from './read-json.ts';

const lists = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

it('JSON is read up to a depth; brackets in texts and beside one another are none', () => {
  expect(readJson(lists(DEEPEST_JSON))).toBeInstanceOf(Array);
  expect(readJson(lists(DEEPEST_JSON + 1))).toBeUndefined();
  expect(readJson(`{"a":${lists(DEEPEST_JSON)}}`)).toBeUndefined();
  const text = `${'\\"['.repeat(200)}\\\\`;
  expect(readJson(`["${text}",{}]`)).toEqual([`${'"['.repeat(200)}\\`, {}]);
  expect(readJson(`[${Array(200).fill('[]').join()}]`)).toHaveLength(200);
});

it('what is no JSON says nothing', () => {
  for (const text of ['', '{', '"', '\ufeff{}', ']'.repeat(300)]) expect(readJson(text)).toBeUndefined();
});
