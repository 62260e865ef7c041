import { z } from 'zod';
import { misfitKinds, misfitReasons } from '../../ledger/reasons.ts';
import { call } from '../declare.ts';

const nothing = z.object({});

/** That a kiosk goes on whose files do not fit together: exactly what did not fit, as it was read, and why. */
export const acceptingMisfit = z.object({
  misfits: z.array(z.enum(misfitKinds)).min(1).max(misfitKinds.length),
  reason: z.enum(misfitReasons),
});

/** Calls about files that do not fit together; part of `supervisionCalls`. */
export const misfitActs = {
  /** The kiosk goes on by its ledger, and starts again. The two are supervisors by the ledger, whatever the vault says. */
  acceptMisfit: call({ role: 'two-supervisors', moment: 'always', input: acceptingMisfit, output: nothing }),
} as const;

/**
 * All that is heard while the files do not fit: signing in, reading the ledger, holds, and what lets the kiosk go on. Nothing that opens,
 * changes or ends an application.
 */
const HEARD_WITH_MISFIT: ReadonlySet<string> = new Set([
  ...[
    'getStatus',
    'policy',
    'signIn',
    'signOut',
    'lock',
    'setTextSize',
    'reportActivity',
    'changePassphrase',
  ],
  ...['approve', 'withdrawApproval', 'acceptMisfit', 'recoverStaff'],
  ...['setHold', 'setHoldByPassphrase', 'liftHold'],
  ...['verifyLedger', 'readLedger', 'exportLedger', 'members'],
]);

/** Whether this call is heard while the files of the kiosk do not fit together. */
export function isHeardWithMisfit(name: string): boolean {
  return HEARD_WITH_MISFIT.has(name);
}
