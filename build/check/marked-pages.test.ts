import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { flawsOf, readMarkedPage, titlesIn } from './marked-pages.test-support.ts';

// Counsel relies on these pages: whoever says something new of the program there names the test that fails when it is not so.

function sourceOf(path: string): string | null {
  const url = new URL(path, repository);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}

const pageOf = (path: string) => readMarkedPage(sourceOf(path) ?? '');

it.each(['docs/legal-process.md', 'docs/retention.md'])('%s: all that it says is tied to a test', (path) => {
  const page = pageOf(path);
  expect(page.said.length).toBeGreaterThan(70);
  expect(page.listed.length).toBeGreaterThan(70);
  expect(flawsOf(page, sourceOf)).toEqual([]);
});

const PAGE = `# A page

Ask counsel. [–]

It forgets. [1]

Two things:

- One
  of them. [2]
- another

| head | of the table |
| ---- | ------------ |
| a    | row [3]      |
| a    | row          |

\`\`\`
npm run nothing
\`\`\`

Here [1] and there. [1]

## The tests

- [1] \`a.test.ts\`: a kiosk > forgets
- [2] \`a.test.ts\`: is skipped
- [2] \`b.test.ts\`: forgets
- [4] \`a.test.ts\`: says %s
- a line
`;
const SOURCE = `describe('a kiosk', () => {
  it('forgets', () => {});
  // it('is commented out', () => {});
  it.skip('is skipped', () => {});
});
it.each(['b'])(
  'says %s',
  () => {},
);
`;

it('what has no mark, no test, no file or no title is told, and what stands in the list for nothing', () => {
  expect(flawsOf(readMarkedPage(PAGE), (file) => (file === 'a.test.ts' ? SOURCE : null))).toEqual([
    'no mark: - another',
    'no mark: | a    | row          |',
    'a mark before its end: Here [1] and there. [1]',
    'no test: [3]',
    'never said: [4]',
    'not read: - a line',
    'no title: [2] is skipped',
    'no file: [2] b.test.ts',
  ]);
});

it('a title is read as it is written, and not where its test never runs', () => {
  expect([...titlesIn(SOURCE)]).toEqual(['a kiosk', 'forgets', 'says %s']);
});
