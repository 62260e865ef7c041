import { z } from 'zod';
import { call } from '../declare.ts';
import { newCredentials } from './staff-acts.ts';

const nothing = z.object({});

/** What somebody typed as a recovery code: anything is only wrong. */
const typedRecoveryCode = z.string().max(200);
/** One code is one person's: each is written down, and typed back from the paper, by itself. */
const recoveryCodePlace = z.literal([1, 2]);

/** Calls about recovery codes: the way in for two people when the last supervisor has forgotten the passphrase. */
export const recoveryActs = {
  /** There are none from now on: the decision of a supervisor, and of two while there are codes, which two have made. */
  declineRecoveryCodes: call({ role: 'supervisor', moment: 'always', input: nothing, output: nothing }),
  /** A new code, shown once. It begins anew. */
  drawFirstRecoveryCode: call({
    role: 'supervisor',
    moment: 'always',
    input: nothing,
    output: z.object({ code: z.string() }),
  }),
  /** Another code, once the first was typed back. A second supervisor is there for it: nobody gets both codes alone. */
  drawSecondRecoveryCode: call({
    role: 'two-supervisors',
    moment: 'always',
    input: nothing,
    output: z.object({ code: z.string() }),
  }),
  /** Typed back from the paper. With the second one both begin to work, and earlier ones end. */
  confirmRecoveryCode: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ place: recoveryCodePlace, typed: typedRecoveryCode }),
    output: nothing,
  }),
  /**
   * Two people, each with one of the codes, take the place of everybody who works here. The keeper itself sees to it that
   * nobody is signed in and that there is no application.
   */
  recoverStaff: call({
    role: 'staff-or-nobody',
    moment: 'no-application',
    input: z.object({
      first: newCredentials.extend({ code: typedRecoveryCode }),
      second: newCredentials.extend({ code: typedRecoveryCode }),
    }),
    output: nothing,
  }),
} as const;
