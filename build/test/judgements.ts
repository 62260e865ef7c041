import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Suite } from './suite.ts';

// Suites of a few long runs, each judged by its figures: a program of their own in this folder calls `judgeAll`.

/** What came of one run. */
export interface Verdict {
  /** Null: this machine cannot tell, and `skipped` says why. It counts neither way. */
  readonly isPassed: boolean | null;
  /** Where it does not hold. */
  readonly where?: readonly string[];
  /** Figures for the last lines. */
  readonly note?: string;
  /** What could not be tried here, of this run or all of it. */
  readonly skipped?: string;
}

/** A sentence that holds or not. */
export interface Judgement {
  readonly what: string;
  judge(): Promise<Verdict>;
}

const judged = z.object({
  what: z.string(),
  isPassed: z.boolean().nullable(),
  where: z.array(z.string()).optional(),
  note: z.string().optional(),
  skipped: z.string().optional(),
});
const reportSchema = z.array(judged);

/** An error is no verdict: the sentence does not hold, and the error says why. */
async function verdictOf({ judge }: Judgement): Promise<Verdict> {
  try {
    return await judge();
  } catch (error) {
    return {
      isPassed: false,
      where: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}

const WORDS = { true: 'ok    ', false: 'FAILED', null: 'SKIPPED' } as const;

/**
 * Judges one after the other, says each, and writes the report where `--report` names a file. `--only` names the one
 * sentence that is judged. Sets the exit code.
 */
export async function judgeAll(suite: string, judgements: readonly Judgement[]): Promise<void> {
  const { values } = parseArgs({
    options: { report: { type: 'string' }, only: { type: 'string' }, all: { type: 'boolean' } },
  });
  const chosen = judgements.filter(({ what }) => values.only === undefined || values.only === what);
  if (chosen.length === 0) throw new Error(`${suite} judges nothing that is called ${values.only}`);
  const report: z.infer<typeof reportSchema> = [];
  for (const judgement of chosen) {
    const verdict = await verdictOf(judgement);
    process.stdout.write(`${WORDS[`${verdict.isPassed}`]} ${suite}: ${judgement.what}\n`);
    for (const place of verdict.where ?? []) process.stdout.write(`       ${place}\n`);
    if (verdict.skipped !== undefined) process.stdout.write(`SKIPPED ${suite}: ${verdict.skipped}\n`);
    report.push({ what: judgement.what, ...verdict, where: [...(verdict.where ?? [])] });
  }
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
  process.exitCode = report.some(({ isPassed }) => isPassed === false) ? 1 : 0;
}

/** The suite whose program, in this folder, calls `judgeAll`. */
export function judgedSuite(
  name: string,
  title: string,
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Suite {
  return {
    name,
    title,
    tests: null,
    command: (reportPath) => ({
      program: process.execPath,
      words: [
        ...['--import', './build/machine/require-node.mjs', `build/test/${program}`],
        ...['--report', reportPath, ...words],
      ],
      environment,
    }),
    read(text) {
      const report = reportSchema.parse(JSON.parse(text));
      const skipped = new Set(report.flatMap((each) => each.skipped ?? []));
      return {
        passed: report.filter(({ isPassed }) => isPassed === true).length,
        failed: report
          .filter(({ isPassed }) => isPassed === false)
          .map(({ what, where = [] }) => ({
            name: `${name}: ${what}`,
            alone: ['--only', what],
            why: where.join('\n'),
          })),
        notTried: [...skipped],
        note: report.flatMap(({ note }) => note ?? []).join(', '),
      };
    },
  };
}
