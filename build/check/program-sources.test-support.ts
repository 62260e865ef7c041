import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { repository } from '../vite/repository.ts';
import { isOfTests } from './imports.ts';

/** A file of the program, by its path from the top of the repository. */
interface Source {
  readonly path: string;
  readonly text: string;
}

/** What the program is made of below the paths of a glob pattern: no tests, and nothing that supports them. */
export function programSources(pattern: string): readonly Source[] {
  return globSync(pattern, { cwd: fileURLToPath(repository) })
    .filter((path) => !isOfTests(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));
}

/** The paths of the files in which something stands, in the order of the alphabet. */
export function pathsWith(sources: readonly Source[], what: RegExp): readonly string[] {
  return sources
    .filter(({ text }) => what.test(text))
    .map(({ path }) => path)
    .toSorted();
}
