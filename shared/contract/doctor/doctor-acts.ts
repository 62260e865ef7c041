import { z } from 'zod';
import { checkId } from '../../doctor/check-id.ts';
import { checkAnswer, doctorReport } from '../../doctor/report.ts';
import { call } from '../declare.ts';

const nothing = z.object({});

/** What one check answered, by a name that this program knows. */
export const examinedCheck = checkAnswer.extend({ id: checkId });
export type ExaminedCheck = z.infer<typeof examinedCheck>;

/**
 * A report as the kiosk takes it from its doctor: of this program's own checks, and of one at least. That it has all of them the
 * keeper sees to, which knows the catalogue (`readReport`).
 */
export const examinedReport = doctorReport.extend({ checks: z.array(examinedCheck).min(1) });
export type ExaminedReport = z.infer<typeof examinedReport>;

/** What came of a look at this computer. `did-not-run`: nothing is known, which is as bad as a check that failed. */
export const examination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ran'), report: examinedReport }),
  /** When it was tried, by the kiosk's clock. */
  z.object({ kind: z.literal('did-not-run'), utc: z.iso.datetime() }),
]);
export type Examination = z.infer<typeof examination>;

const ofThisComputer = { role: 'supervisor-or-it', moment: 'no-application', input: nothing } as const;

/** Looking whether this computer is fit for a kiosk; part of `supervisionCalls`. */
export const doctorActs = {
  /** Looks anew. It takes seconds, and three minutes at most. */
  runDoctor: call({ ...ofThisComputer, output: examination }),
  /** What the last look found; null: nobody has looked since the kiosk started. */
  lastExamination: call({ ...ofThisComputer, output: z.object({ examination: examination.nullable() }) }),
} as const;
