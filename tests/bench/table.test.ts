import { expect, it } from 'vitest';
import { tableOf } from './table.ts';

it('judges a ratio or our own time by its goal, and only tells one that has none', () => {
  const row = { what: 'a thing', baseline: 'another', ours: [30, 10, 20], theirs: [20] };
  const rows = [
    { ...row, goal: 1 },
    { ...row, goal: 0.9 },
    { ...row, goal: null },
    { ...row, goal: { milliseconds: 20 } },
    { ...row, goal: { milliseconds: 19 } },
    { ...row, goal: { p95Milliseconds: 29 } },
    { ...row, goal: { p95Milliseconds: 28 } },
  ];
  const [, , met, missed, told, soon, late, seldom, often] = tableOf(rows).split('\n');
  expect(met).toMatch(/20 \(15–25, n 3\) .* 1\.000 +≤ 1 +yes +another$/);
  expect(missed).toMatch(/1\.000 +≤ 0\.9 +NO +another$/);
  expect(told).toMatch(/1\.000 +– +– +another$/);
  expect(soon).toMatch(/1\.000 +≤ 20 ms +yes +another$/);
  expect(late).toMatch(/1\.000 +≤ 19 ms +NO +another$/);
  expect(seldom).toMatch(/1\.000 +p95 ≤ 29 ms +yes +another$/);
  expect(often).toMatch(/1\.000 +p95 ≤ 28 ms +NO +another$/);
});
