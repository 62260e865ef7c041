import { z } from 'zod';
import { outcomes, spoilReasons } from '../../application/application-state.ts';
import { slowDayFacts } from '../../statistics/slow-day.ts';
import { call } from '../declare.ts';
import { calendarDate } from '../status.ts';

/** Null: it is not told (shared/statistics/hide-small.ts). */
const figure = z.number().int().min(0).nullable();

/** Days that are counted together: one, or a week. */
const period = z.object({
  first: calendarDate,
  last: calendarDate,
  /** How applications ended, in the order of `outcomes`. */
  ended: z.array(figure).length(outcomes.length),
  /** Cards that came out wrong, in the order of `spoilReasons`. */
  spoiled: z.array(figure).length(spoilReasons.length),
});
export type Period = z.infer<typeof period>;

/** A day on which so few applications ended that whoever saw somebody knows which entries of the ledger are theirs. */
const slowDay = z.object({
  day: calendarDate,
  /** 0: the ledger has entries of somebody all the same. */
  ended: z.number().int().min(0),
  facts: z.array(z.object({ fact: z.enum(slowDayFacts), count: z.number().int().min(1) })),
});
export type SlowDay = z.infer<typeof slowDay>;

export const statistics = z.object({
  /** Counts below it are hidden. */
  smallestCount: z.number().int().min(1),
  /** The oldest first; today and the present week are not over. */
  days: z.array(period),
  weeks: z.array(period),
  /** The newest first. */
  slowDays: z.array(slowDay),
});
export type Statistics = z.infer<typeof statistics>;

const span = z.enum(['day', 'week']);
export type Span = z.infer<typeof span>;

/** What the ledger's entries come to: for those who answer for the kiosk, with small counts hidden. */
export const statisticsActs = {
  readStatistics: call({ role: 'supervisor', moment: 'always', input: z.object({}), output: statistics }),
  /** Writes the figures to the folder for exports (a stick). Answers the file's name. */
  exportStatistics: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ by: span }),
    output: z.object({ file: z.string() }),
  }),
} as const;
