import { globSync } from 'node:fs';
import type { Protection } from '../../tests/hostile/protections/protection.ts';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';

/** What came of one test of an attack. */
export interface Outcome {
  readonly file: string;
  /** With the names of the groups that it stands in. */
  readonly name: string;
  readonly kind: 'held' | 'got-through' | 'not-tried';
}

/** What a run of test files came to. */
export interface AttackRun {
  readonly outcomes: readonly Outcome[];
  /** What failed beside the tests: a file that could not be loaded, an error of nobody's. */
  readonly errors: readonly string[];
}

const HOSTILE = 'tests/hostile/*.test.ts';

/** The files of all attacks: those of the suite, and those that a protection names elsewhere. */
export function attackFiles(protections: readonly Protection[]): readonly string[] {
  const hostile = globSync(HOSTILE, { cwd: repositoryFolder });
  return [...new Set([...hostile, ...protections.flatMap(({ failing }) => Object.keys(failing))])].sort();
}

/** Whether a test is an attack. One of a file outside of the suite is if some protection names it. */
export function isAttack({ file, name }: Outcome, protections: readonly Protection[]): boolean {
  if (file.startsWith('tests/hostile/')) return true;
  return protections.some(({ failing }) => failing[file]?.includes(name) === true);
}

const WORDS = { held: 'held', 'got-through': 'GOT THROUGH', 'not-tried': 'not tried' } as const;

/** One line for an attack. */
export function outcomeInWords({ kind, name }: Outcome): string {
  return `${WORDS[kind].padEnd(11)}  ${name}`;
}
