import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemWords } from './problem-words.ts';
import { sampleProblems } from './sample-problems.test-support.ts';
import { mayTryAgain, problemCode, problemNumber } from './start-problem.ts';

/** The cells of the table's rows, by the code in the first one. */
function rowsOfDocument(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL('../../docs/failure-codes.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| CF-'));
  return new Map(
    rows.map((line) => {
      const [code = '', ...cells] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return [code, cells];
    }),
  );
}

it('docs/failure-codes.md has every code, in the words of the screen', () => {
  const rows = rowsOfDocument();
  for (const problem of sampleProblems) {
    const { title, todo } = problemWords(problem);
    const again = mayTryAgain(problem) ? 'yes' : 'no';
    expect(rows.get(problemCode(problem))).toEqual([
      String(problemNumber(problem)),
      title,
      expect.stringMatching(/./),
      todo,
      again,
    ]);
  }
  expect(rows.size).toBe(sampleProblems.length);
});

/** The codes that a cell names: `CF-42, CF-45 to CF-49`. */
function codesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/CF-(\d+)(?: to CF-(\d+))?/g)].flatMap(([, from = '', to = from]) => {
    const [first, last] = [Number(from), Number(to)];
    return Array.from({ length: last - first + 1 }, (_, index) => `CF-${first + index}`);
  });
}

it('docs/it/troubleshooting.md says of every code once what to type', () => {
  const text = readFileSync(new URL('../../docs/it/troubleshooting.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| CF-'));
  const told = rows.flatMap((line) => codesIn(line.split('|')[1] ?? ''));
  expect(told.toSorted()).toEqual(sampleProblems.map(problemCode).toSorted());
});

it('a range of codes is read with its ends', () => {
  expect(codesIn(' CF-42, CF-45 to CF-47 ')).toEqual(['CF-42', 'CF-45', 'CF-46', 'CF-47']);
});
