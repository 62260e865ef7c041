import { z } from 'zod';
import { type KioskUse, kioskUses } from '../contract/kiosk-use.ts';
import { visible } from '../start/visible.ts';
import type { AtGoLive, CheckDeclaration } from './check.ts';
import { DID_NOT_RUN, exitCodeOf } from './exit-code.ts';
import { type Finding, type Verdict, verdicts } from './finding.ts';
import { seenFromPlaces } from './seen-from.ts';

/** The version of the document. It is raised when something in it gets another meaning, not when a check is added. */
const SCHEMA = 1;

/** What one check answered, with all that a reader needs to act on it. */
export const checkAnswer = z.object({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(verdicts),
  found: z.string(),
  why: z.string(),
  /** Empty unless the verdict is `warn` or `fail`. */
  remedies: z.array(z.string()),
  /** Whether a kiosk with this answer can't go live as it is: something is wrong, or nobody knows and a promise hangs on it. */
  stopsGoLive: z.boolean(),
  /** Whether two supervisors may go live in spite of it. False where nothing is stopped. */
  isOverridable: z.boolean(),
  /** Those that going live would break (docs/architecture.md). */
  invariants: z.array(z.number().int()),
});
export type CheckAnswer = z.infer<typeof checkAnswer>;

/** What the doctor found, as one document. There is nothing of a person in it. */
export const doctorReport = z.object({
  schema: z.literal(SCHEMA),
  /** When it was made, by the clock of the computer. */
  utc: z.iso.datetime(),
  program: z.string(),
  use: kioskUses,
  seenFrom: z.enum(seenFromPlaces),
  exitCode: z.number().int(),
  checks: z.array(checkAnswer),
});
export type DoctorReport = z.infer<typeof doctorReport>;

/**
 * A declaration and what was found as one answer. Names and paths in what was found are made visible: an escape sequence in one
 * would else write over the table.
 *
 * @throws where a check fails that declares itself to be advice: one of the two is a mistake of the program.
 */
export function answerOf(
  { id, title, why, goLive }: CheckDeclaration,
  finding: Finding,
  use: KioskUse,
): CheckAnswer {
  const { verdict } = finding;
  if (verdict === 'fail' && goLive.kind === 'advice') throw new Error(`${id} is advice and can't fail`);
  return {
    id,
    title,
    verdict,
    found: visible(finding.found),
    why,
    remedies: 'remedies' in finding ? finding.remedies.map(visible) : [],
    ...atGoLive(goLive, verdict, use),
  };
}

/**
 * What an answer does to a go-live, by the declaration of its check. An advice fails only where its check broke off: what is not
 * known may be anything, so it stops as well.
 */
export function atGoLive(
  goLive: AtGoLive,
  verdict: Verdict,
  use: KioskUse,
): Pick<CheckAnswer, 'stopsGoLive' | 'isOverridable' | 'invariants'> {
  const isStopped =
    verdict === 'fail' || (verdict === 'not-run' && use === 'residents' && stopsUnknown(goLive));
  if (!isStopped || goLive.kind !== 'breaks')
    return { stopsGoLive: isStopped, isOverridable: isStopped, invariants: [] };
  return { stopsGoLive: true, isOverridable: false, invariants: [...goLive.invariants] };
}

function stopsUnknown(goLive: AtGoLive): boolean {
  return goLive.kind !== 'advice' && goLive.whenUnknown === 'stops';
}

/** The document of a doctor that didn't run, in the place of a report. `problem`: why, for whoever reads it. */
export function notRunDocument(problem: string): {
  readonly schema: number;
  readonly exitCode: number;
  readonly problem: string;
} {
  return { schema: SCHEMA, exitCode: DID_NOT_RUN, problem };
}

/** The document of all answers. */
export function reportOf(
  facts: Pick<DoctorReport, 'utc' | 'program' | 'use' | 'seenFrom'>,
  checks: readonly CheckAnswer[],
): DoctorReport {
  return { schema: SCHEMA, ...facts, exitCode: exitCodeOf(checks), checks: [...checks] };
}
