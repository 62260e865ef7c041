import { z } from 'zod';
import { openWhenSuspended } from '../../ledger/reasons.ts';
import { localizedParagraph } from '../../programme/localized.ts';

/** Epoch milliseconds. */
const moment = z.number().int();

/**
 * A suspension of intake, in force or to come. Whoever began it ends it: a supervisor one that staff decided here, the next
 * order of the programme one that an order began. There is at most one of each.
 */
export const suspension = z.object({
  source: z.enum(['staff', 'order']),
  /** Who decided it here, or carried the order out. */
  by: z.string(),
  /** When that was: by it one is told from another that stands in its place. */
  decided: moment,
  /** The number of the order; null: it is none. */
  serial: z.number().int().nullable(),
  /** Since when nobody new is served; null: it is only announced. */
  since: moment.nullable(),
  /** When it takes effect; null: it has. */
  begins: moment.nullable(),
  /** When it ends; null: when somebody ends it. */
  ends: moment.nullable(),
  /** What becomes of applications that are open once it has taken effect. */
  open: z.enum(openWhenSuspended),
  /** What residents read, by language. */
  notice: localizedParagraph,
});
export type SuspensionStatus = z.infer<typeof suspension>;

type Since = Pick<SuspensionStatus, 'since'>;

/** Whether nobody new is served under it; one that is only announced stops nothing yet. */
export function isInForce({ since }: Since): boolean {
  return since !== null;
}

/** Whether nobody new is served, by any of these. */
export function isAnyInForce(suspensions: readonly Since[]): boolean {
  return suspensions.some(isInForce);
}
