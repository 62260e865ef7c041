import { plural, t } from '@lingui/core/macro';
import type { ApprovableAct, ApprovedAct } from '../../shared/contract/staff/approved-act.ts';
import { unreachable } from '../../shared/result.ts';

/**
 * Acts that a screen asks a supervisor over for. Other acts that the keeper would take so have a screen only for those who
 * may do them alone.
 */
type AskedAct = Extract<
  ApprovableAct,
  | 'decideCustody'
  | 'drawSecondRecoveryCode'
  | 'declineRecoveryCodes'
  | 'confirmDate'
  | 'closeWipe'
  | 'acceptMisfit'
  | 'liftHold'
  | 'destroyRibbon'
  | 'installOlderPolicy'
  | 'suspendIntake'
  | 'endSuspension'
  | 'searchRecords'
  | 'produceRecord'
  | 'deny'
>;

/** Such an act with what its approval is bound to. */
export type AskedApproval = ApprovedAct & { readonly act: AskedAct };

/** What a supervisor approves, as they read it before they type their passphrase. `listed`: how much follows as a list. */
export function actInWords(act: AskedAct, listed: number): string {
  switch (act) {
    case 'decideCustody':
      return t({
        message: plural(listed, {
          one: 'Go live in spite of this failed check:',
          other: 'Go live in spite of these failed checks:',
        }),
        comment:
          'What a second supervisor approves: the act. To go live is to begin serving real applicants. A list of one or more checks of this computer follows.',
      });
    case 'drawSecondRecoveryCode':
      return t({
        message: 'Show the second recovery code, for you to write down.',
        comment:
          'What a second supervisor approves: the act. Recovery codes are on paper, for a lost passphrase; each of two people has one.',
      });
    case 'declineRecoveryCodes':
      return t({
        message: 'End both recovery codes, and make no new ones.',
        comment:
          'What a second supervisor approves: the act. Recovery codes are on paper, for a lost passphrase; each of two people has one.',
      });
    case 'confirmDate':
      return t({
        message: 'Confirm today’s date:',
        comment: 'What a supervisor approves: the act, as an instruction. The date follows.',
      });
    case 'closeWipe':
      return t({
        message: 'Close an erasure without proof, for this reason:',
        comment: 'What a supervisor approves: the act. A reason follows.',
      });
    case 'acceptMisfit':
      return t({
        message: 'Let the kiosk go on although its files don’t fit together:',
        comment:
          'What a second supervisor approves: the act. What does not fit and the reason follow as a list.',
      });
    case 'liftHold':
      return t({
        message: 'Lift a legal hold.',
        comment: 'What a supervisor approves: the act. To lift an order to erase nothing is to end it.',
      });
    case 'destroyRibbon':
      return t({
        message: 'Record that a used printer ribbon was destroyed.',
        comment: 'What a supervisor approves: the act. The ribbon is the printer’s film of dye.',
      });
    case 'installOlderPolicy':
      return t({
        message: 'Go back to an older policy.',
        comment: 'What a supervisor approves: the act. The policy is the city’s set of rules.',
      });
    case 'suspendIntake':
      return t({
        message: 'Suspend new applications:',
        comment: 'What a supervisor approves: the act. What it does follows as a list.',
      });
    case 'endSuspension':
      return t({
        message: 'Resume new applications:',
        comment: 'What a supervisor approves: the act. When they resume follows.',
      });
    case 'searchRecords':
      return t({
        message: 'Search this kiosk for a name, for this reason:',
        comment: 'What a supervisor approves: the act. A name and a reason follow.',
      });
    case 'produceRecord':
      return t({
        message: 'Produce this application, encrypted for this key:',
        comment:
          'What a supervisor approves: the act. To produce is to hand a record over under a legal order. A ticket and a key’s fingerprint follow.',
      });
    case 'deny':
      return t({
        message: plural(listed, {
          one: 'Deny this application for this reason:',
          other: 'Deny this application for these reasons:',
        }),
        comment: 'What a supervisor approves: the act. A list of one or more reasons follows.',
      });
    default:
      return unreachable(act);
  }
}
