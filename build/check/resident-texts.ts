import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { repository } from '../vite/repository.ts';
import { PAPERS, residentFiles, SHARED_WITH_STAFF } from '../words/resident-files.ts';
import { importsOf } from './imports.ts';

const HAS_TEXTS = /from '@lingui\/(core|react)\/macro'/;

/** A file of the program, or null where there is none. */
export type ReadFile = (path: string) => string | null;

/** Everything that is there when these files run, themselves too; types are not. */
function reachableFrom(roots: readonly string[], read: ReadFile): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = reached.has(path) ? null : read(path);
    if (text === null) continue;
    reached.set(path, text);
    const taken = importsOf({ path, text }).filter(({ values }) => values.length > 0);
    open.push(...taken.map(({ to }) => posix.normalize(to)));
  }
  return reached;
}

/**
 * Where the second catalog and what residents can reach part ways, a sentence for each file: texts that they may read and
 * that nobody translates, and texts that are translated and that they never see.
 */
export function strayTexts(listed: readonly string[], read: ReadFile): readonly string[] {
  const roots = [...PAPERS, ...listed.filter((path) => !SHARED_WITH_STAFF.includes(path))];
  const reached = reachableFrom(roots, read);
  const withTexts = [...reached].filter(([, text]) => HAS_TEXTS.test(text)).map(([path]) => path);
  return [
    ...withTexts
      .filter((path) => !listed.includes(path))
      .map((path) => `${path} has texts that residents reach, and is not in their catalog`),
    ...listed
      .filter((path) => SHARED_WITH_STAFF.includes(path) && !reached.has(path))
      .map((path) => `${path} is in the residents’ catalog, and nothing of theirs reaches it`),
  ];
}

if (import.meta.main) {
  const read: ReadFile = (path) =>
    /\.tsx?$/.test(path) ? readFileSync(new URL(path, repository), 'utf8') : null;
  const found = strayTexts(residentFiles(), read);
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
