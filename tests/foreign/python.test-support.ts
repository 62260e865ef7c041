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

/** Why the verifier in Python can't run here; null: it can. */
export function whyNoPython(): string | null {
  const tried = spawnSync('python3', ['-c', 'import cryptography, sqlite3'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'there is no python3 here';
  if (tried.status === 0) return null;
  const [last] = tried.stderr.trimEnd().split('\n').slice(-1);
  return `python3-cryptography is not installed here (${last})`;
}

/** What the verifier in Python says of each. `path`: where the questions are written. */
export function foreignAnswers(questions: readonly Question[], path: string): readonly Answer[] {
  writeFileSync(path, questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync('python3', [VERIFIER, 'batch', path], {
    ...{ encoding: 'utf8', maxBuffer: MOST_OUTPUT },
  });
  if (status !== 0) throw new Error(`the verifier in Python failed: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { verdict, entry, reason } = answer.parse(JSON.parse(line));
      return { verdict, ...(entry === undefined ? {} : { entry }), ...(reason === undefined ? {} : { reason }) };
    });
}
