import { t } from '@lingui/core/macro';
import type { ApprovableAct } from '../../shared/contract/supervision.ts';
import { unreachable } from '../../shared/result.ts';

/** What a supervisor approves, as they read it before they type their passphrase. */
export function actInWords(act: ApprovableAct): string {
  switch (act) {
    case 'addMember':
      return t`Add a staff member to this kiosk.`;
    case 'removeMember':
      return t`Remove someone from this kiosk’s staff.`;
    case 'resetPassphrase':
      return t`Give a staff member a new passphrase.`;
    case 'letInAgain':
      return t`Unlock sign-in after too many wrong passphrases.`;
    case 'decideCustody':
      return t`Decide where encryption keys are kept.`;
    case 'confirmDate':
      return t({
        message: 'Confirm today’s date.',
        comment: 'What a supervisor approves: the act, as an instruction.',
      });
    case 'closeWipe':
      return t`Close an erasure that couldn’t be proven.`;
    case 'setHold':
      return t({
        message: 'Set a legal hold.',
        comment:
          'What a supervisor approves: the act, as an instruction. A legal hold is an order by counsel to erase nothing.',
      });
    case 'liftHold':
      return t({
        message: 'Lift a legal hold.',
        comment: 'What a supervisor approves: the act. To lift an order to erase nothing is to end it.',
      });
    case 'resumeIntake':
      return t({
        message: 'Resume new applications under a legal hold.',
        comment:
          'What a supervisor approves: the act. New applications start although an order to erase nothing is in force.',
      });
    case 'takeCheckpoint':
      return t({
        message: 'Take a signed checkpoint of the ledger.',
        comment:
          'What a supervisor approves: the act. A checkpoint is the signed state of the ledger at one moment.',
      });
    case 'exportLedger':
      return t({
        message: 'Export the ledger.',
        comment:
          'What a supervisor approves: the act, as an instruction. The ledger is the signed record of daily counts and staff actions.',
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
    case 'deny':
      return t({
        message: 'Deny this application for these reasons:',
        comment: 'What a supervisor approves: the act. A list of reasons follows.',
      });
    default:
      return unreachable(act);
  }
}
