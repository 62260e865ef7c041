import { z } from 'zod';
import { holdReasons } from '../../ledger/reasons.ts';
import { call } from '../declare.ts';
import { holdId, ticket } from '../ids.ts';
import { typedPassphrase } from '../staff/typed-passphrase.ts';

const nothing = z.object({});

/** Of what staff type as counsel's reference. */
export const REFERENCE_MAXIMUM = 120;

/** A legal hold as it is set. `tickets: null`: everything, also what begins later. */
export const settingHold = z.object({
  reason: z.enum(holdReasons),
  tickets: z.array(ticket).min(1).max(500).nullable(),
});

/** Which legal hold is lifted. */
export const liftingHold = z.object({ hold: holdId });

/** Under which legal hold new applications begin again, and counsel's reference for that. */
export const resumingUnderHold = z.object({
  hold: holdId,
  reference: z
    .string()
    .trim()
    .min(1)
    .max(REFERENCE_MAXIMUM)
    // It stands in a list, and on one line.
    .regex(/^\P{Cc}*$/u),
});

/** What lifting a hold ended of what it kept, as it was and not as it was announced: open applications, and erasures that go on. */
export const endedByLifting = z.object({
  applications: z.number().int().min(0),
  erasures: z.number().int().min(0),
  /** When it was lifted, as the ledger has it, in milliseconds. */
  at: z.number().int(),
});
export type EndedByLifting = z.infer<typeof endedByLifting>;

/** Acts on legal holds; part of `supervisionCalls`. */
export const holdActs = {
  /** At once and by one person. */
  setHold: call({ role: 'supervisor', moment: 'always', input: settingHold, output: nothing }),
  /**
   * On everything, by whoever types a supervisor's passphrase, with nobody signed in or the screen locked: so somebody who is locked
   * out is kept from no hold. Wrong ones wait, and lock nobody out.
   */
  setHoldByPassphrase: call({
    role: 'staff-or-nobody',
    moment: 'always',
    input: z.object({
      reason: z.enum(holdReasons),
      name: z.string().max(200),
      passphrase: typedPassphrase,
    }),
    output: nothing,
  }),
  liftHold: call({
    role: 'two-supervisors',
    moment: 'always',
    input: liftingHold,
    output: endedByLifting,
  }),
  /**
   * An act of its own. `salt`: with it the ledger's hash of the reference can be compared; it is told here and kept nowhere.
   */
  resumeIntake: call({
    role: 'supervisor',
    moment: 'always',
    input: resumingUnderHold,
    output: z.object({ salt: z.string().regex(/^[0-9a-f]{32}$/) }),
  }),
} as const;
