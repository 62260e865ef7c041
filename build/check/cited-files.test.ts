import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';
import { brokenLinks } from './links.test-support.ts';

// A page that names a file sends its reader there, and so does a link; a claim whose test has gone is no longer measured by
// anything.

const root = fileURLToPath(repository);
const TOP = ['.ci', 'build', 'docs', 'electron', 'renderer', 'shared', 'tests'];
const files = TOP.flatMap((top) => globSync(`${top}/**/*.*`, { cwd: root }));

/** What stands in code and is the name of a file or folder; with `*` or `{a,b}` it stands for several. Capitals stand for others' names. */
const NAME = /`([\w.@{},*/-]+)`/g;

function namesIn(markdown: string): readonly string[] {
  const names = [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(NAME)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !/[A-Z]{2,}|-N\b/.test(name));
}

const isThere = (name: string): boolean => globSync(name, { cwd: root }).length > 0;

/** Paths from the top of the repository have to be there; a file's name alone, or its last folders and its name, somewhere. */
function isMissing(name: string): boolean {
  if (TOP.some((top) => name.startsWith(`${top}/`))) return !isThere(name);
  if (!/^[\w-][\w./-]*\.tsx?$/.test(name)) return false;
  return !files.some((file) => file.endsWith(`/${name}`)) && !isThere(name);
}

const pageOf = (page: string): string => readFileSync(new URL(page, repository), 'utf8');

it.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/{*,it/*}.md', { cwd: root })])(
  '%s names no file that is not there',
  (page) => {
    expect(namesIn(pageOf(page)).filter(isMissing)).toEqual([]);
  },
);

it('a file that is not there is told, by its path or by its name', () => {
  const page =
    'See `shared/result.ts`, `shared/gone.ts`, `result.ts`, `gone.ts`, `shared/{result,gone*}.ts`, `tests/gone`.';
  expect(namesIn(page).filter(isMissing)).toEqual(['shared/gone.ts', 'gone.ts', 'tests/gone']);
});

/** The text of a page; null: there is no such file or folder; empty: it is none that has headings. */
function textAt(path: string): string | null {
  if (!existsSync(new URL(path, repository))) return null;
  return path.endsWith('.md') ? pageOf(path) : '';
}

it.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })])(
  '%s has no link to a page or a heading that is not there',
  (page) => {
    expect(brokenLinks(page, textAt)).toEqual([]);
  },
);

it('a link to a page or a heading that is not there is told', () => {
  const links = [
    ...['#a-page', '#gone', 'b.md', 'b.md#c-d-2', 'b.md#c-d', '../README.md#in-code', '../gone.md'],
    'https://example.com/#gone',
  ];
  const pages = new Map([
    ['docs/a.md', `# A page\n\n${links.map((link) => `[words](${link})`).join('\n')} \`[](#code)\`\n`],
    ['docs/b.md', '## [`C`](a.md), (D) 2\n'],
    ['README.md', '```\n# In code\n```\n'],
  ]);
  expect(brokenLinks('docs/a.md', (path) => pages.get(path) ?? null)).toEqual([
    ...['#gone', 'b.md#c-d', '../README.md#in-code', '../gone.md'],
  ]);
});

/** Something that runs: a file of tests, a folder of them, or a command that ends with a judgement. */
const MEASURES = /`(?:tests\/[\w/-]+|[\w/{},*-]+\.(?:test|e2e|parts|print)\.ts|npm run [\w:-]+[^`]*)`/;

it('docs/claims.md: each claim names what measures it', () => {
  const rows = pageOf('docs/claims.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter((row) => !MEASURES.test(row.split('|')[2] ?? ''))).toEqual([]);
});
