import { posix } from 'node:path';

/** A source file, by its path in the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a file takes from another one of ours. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** The names of what is there when the program runs: none where only types are taken. */
  readonly values: readonly string[];
}

const DECLARED = /import (type )?([^;'"]*?) ?from '(\.{1,2}\/[^']+)'/g;
const MENTIONED = /['"`](\.{0,2}\/?[\w./-]+\.(?:ts|tsx))['"`]/g;

/** The import declarations of a file. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(DECLARED)].map(([, type, names = '', to = '']) => ({
    from: path,
    to: posix.join(posix.dirname(path), to),
    values: type === undefined ? valuesAmong(names) : [],
  }));
}

function valuesAmong(names: string): readonly string[] {
  const listed = names.replaceAll(/[{}]/g, '').split(',');
  return listed
    .map((name) => name.trim().split(' as ')[0] ?? '')
    .filter((name) => name !== '' && !name.startsWith('type '));
}

/** Every file of ours that a file names in any way: imported, started as a program, read. */
export function mentionedBy({ path, text }: SourceFile): readonly string[] {
  return [...text.matchAll(MENTIONED)].map(([, to = '']) => posix.join(posix.dirname(path), to));
}

/** Tests, and what only tests use: by their names, or because they lie in the tests' own folder. */
export function isOfTests(path: string): boolean {
  return path.startsWith('tests/') || /\.(test|test-support)\.tsx?$/.test(path);
}
