import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Question } from './ledger-cases.test-support.ts';
import type { Answer } from './our-verdict.test-support.ts';

const VERIFIER = fileURLToPath(new URL('verify.py', import.meta.url));
const answer = z.strictObject({
  verdict: z.string(),
  entry: z.int().optional(),
  reason: z.string().optional(),
});
/** Of ten thousand answers. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Debian's own, to which its package belongs; and whichever comes first. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** A python3 that has what the verifier needs, or why there is none. */
export type Python = { readonly program: string } | { readonly lacks: string };

/** Looks for one. */
export function findPython(): Python {
  let lacks = 'there is no python3 here';
  for (const program of PYTHONS) {
    const tried = spawnSync(program, ['-c', 'import cryptography, sqlite3'], { encoding: 'utf8' });
    if (tried.status === 0) return { program };
    const last = tried.error === undefined ? tried.stderr.trimEnd().split('\n').at(-1) : undefined;
    if (last !== undefined) lacks = `python3-cryptography is not installed here (${last})`;
  }
  return { lacks };
}

/** What the verifier in Python says of each. `path`: where the questions are written. */
export function foreignAnswers(
  program: string,
  questions: readonly Question[],
  path: string,
): readonly Answer[] {
  writeFileSync(path, questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync(program, [VERIFIER, 'batch', path], {
    ...{ encoding: 'utf8', maxBuffer: MOST_OUTPUT },
  });
  if (status !== 0) throw new Error(`the verifier in Python failed: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { verdict, entry, reason } = answer.parse(JSON.parse(line));
      return {
        verdict,
        ...(entry === undefined ? {} : { entry }),
        ...(reason === undefined ? {} : { reason }),
      };
    });
}
