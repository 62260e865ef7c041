import { t } from '@lingui/core/macro';
import type { ApprovableAct } from '../../shared/contract/supervision.ts';
import { unreachable } from '../../shared/result.ts';

/** What a supervisor approves, as they read it before they type their passphrase. */
export function actInWords(act: ApprovableAct): string {
  switch (act) {
    case 'addMember':
      return t`Let somebody new work at this kiosk.`;
    case 'removeMember':
      return t`Take somebody off this kiosk’s staff.`;
    case 'resetPassphrase':
      return t`Give somebody a new passphrase.`;
    case 'letInAgain':
      return t`Let somebody sign in again after too many wrong passphrases.`;
    case 'decideCustody':
      return t`Decide where the keys of open applications are kept.`;
    case 'confirmDate':
      return t`Confirm today’s date.`;
    case 'closeWipe':
      return t`Close a wipe that could not be proven.`;
    case 'setHold':
      return t`Set a legal hold.`;
    case 'liftHold':
      return t`Lift a legal hold.`;
    case 'resumeIntake':
      return t`Take new applications again under a legal hold.`;
    case 'takeCheckpoint':
      return t`Take the signed state of the ledger out of the kiosk.`;
    case 'exportLedger':
      return t`Export the ledger.`;
    case 'destroyRibbon':
      return t`Destroy a used ribbon of the printer.`;
    default:
      return unreachable(act);
  }
}
