import type { Protection } from '../../tests/hostile/protections/protection.ts';
import type { AttackRun } from './attacks.ts';

/** Whether a protection that is missing is missed by its own tests, and by no others. */
export interface ProtectionVerdict {
  readonly isMissed: boolean;
  /** What is otherwise than declared, in words. Empty if nothing is. */
  readonly faults: readonly string[];
}

/** Compares what failed without a protection with what it declares. */
export function judgeProtection({ failing }: Protection, { outcomes, errors }: AttackRun): ProtectionVerdict {
  const isDeclared = (file: string, name: string): boolean => failing[file]?.includes(name) === true;
  const failed = outcomes.filter(({ kind }) => kind === 'got-through');
  const faults = [
    ...failed
      .filter(({ file, name }) => !isDeclared(file, name))
      .map(({ file, name }) => `fails, and is not declared: ${file}: ${name}`),
    ...Object.entries(failing).flatMap(([file, names]) =>
      names
        .filter((name) => !failed.some((test) => test.file === file && test.name === name))
        .map((name) => {
          const tried = outcomes.find((test) => test.file === file && test.name === name);
          const found = tried?.kind === 'held' ? 'holds' : 'was not tried';
          return `is declared, and ${found}: ${file}: ${name}`;
        }),
    ),
    ...errors.map((error) => `beside the tests: ${error}`),
  ];
  return { isMissed: faults.length === 0, faults };
}
