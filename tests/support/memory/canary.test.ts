import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMultiSearch } from '../../../shared/remanence/multi-search.ts';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { createCanary } from './canary.ts';

it('is a pronounceable word of a US keyboard, as long as a search needs', () => {
  for (let turn = 0; turn < 100; turn += 1) {
    expect(createCanary(Math.random)).toMatch(/^[B-Z]([aeiou][bdfghjklmnprstvxz]){6}[aeiou]$/);
  }
});

it('is repeated by the same random numbers', () => {
  expect(createCanary(() => 0.5)).toBe(createCanary(() => 0.5));
});

it("stands nowhere in the runtime's own file, where ordinary names do", () => {
  const runtime = readFileSync(process.execPath);
  const labelled = [
    ...Array.from({ length: 20 }, () => patternsOfValue('canary', createCanary(Math.random))).flat(),
    ...patternsOfValue('ordinary word', 'Martin'),
  ];
  const found = new Set<string | undefined>();
  const search = createMultiSearch(labelled.map(({ bytes }) => bytes));
  search.search(runtime, (index) => found.add(labelled[index]?.label));
  expect([...found]).toEqual(['ordinary word']);
});
