import { t } from '@lingui/core/macro';
import type { Refusal, SaveFault } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { shortageInWords } from './shortage.ts';

type MachineRefusal = Extract<
  Refusal,
  {
    kind:
      | 'clipboard-kept'
      | 'doctor-stops'
      | 'no-export-folder'
      | 'file-not-saved'
      | 'checkpoint-not-saved'
      | 'not-written'
      | 'not-read'
      | 'disk-nearly-full'
      | 'date-unconfirmed';
  }
>;

/** Why this computer cannot be written to, read or trusted as it is. */
export function machineRefusalInWords(refusal: MachineRefusal): string {
  switch (refusal.kind) {
    case 'clipboard-kept':
      return t`A clipboard manager is running on this computer. It can keep what someone copies. Ask your IT staff to remove it, then try again.`;
    case 'doctor-stops':
      return stoppedInWords(refusal);
    case 'no-export-folder':
      return t`The kiosk found no USB drive. Plug one in and try again. If it fails again, call your IT staff.`;
    case 'file-not-saved':
      return notSavedInWords(refusal.why);
    case 'checkpoint-not-saved':
      return `${notSavedInWords(refusal.why)} ${countedAnywayInWords()}`;
    case 'not-written':
      return t`The kiosk can’t save to its disk. Nothing was changed. Call your IT staff: the disk may be full.`;
    case 'not-read':
      return t`The kiosk can’t read back what it saved. Nothing was changed. Don’t start new applications, and call your IT staff: the disk may be failing.`;
    case 'disk-nearly-full':
      return shortageInWords(refusal);
    case 'date-unconfirmed':
      return t({
        message:
          'The kiosk isn’t sure of today’s date, so no application can start and no card can print. Set this application aside (F6). The start screen then asks for the date.',
        comment: 'Error. To set aside is to leave the application open for later; F6 is a key.',
      });
    default:
      return unreachable(refusal);
  }
}

/** Why a kiosk does not go live on this computer. What failed stands below it, check by check. */
function stoppedInWords({
  ids,
  overridable,
}: Extract<MachineRefusal, { readonly kind: 'doctor-stops' }>): string {
  if (ids.length === 0)
    return t({
      message:
        'The kiosk couldn’t check this computer, so it isn’t live. Try again. If it fails again, call your IT staff.',
      comment: 'Error: a supervisor wanted to go live, which is to begin serving real applicants.',
    });
  return overridable
    ? t({
        message:
          'This computer failed a check, or couldn’t be checked in full, so the kiosk isn’t live. What failed is listed below. Have your IT staff put it right, then try again.',
        comment:
          'Error: a supervisor wanted to go live, which is to begin serving real applicants. What failed follows as a table.',
      })
    : t({
        message:
          'This computer failed a check that no one can override, or couldn’t be checked in full, so the kiosk isn’t live. What failed is listed below. Call your IT staff.',
        comment:
          'Error: a supervisor wanted to go live, which is to begin serving real applicants. What failed follows as a table.',
      });
}

/** Why a drive has no file: it is the drive, not the kiosk’s own disk. */
function notSavedInWords(why: SaveFault): string {
  switch (why) {
    case 'full':
      return t({
        message: 'There is no room on the USB drive. Nothing was saved. Make room on it, or use another one.',
        comment: 'Error: a file was to be saved to a USB drive.',
      });
    case 'read-only':
      return t({
        message:
          'The kiosk can’t write to this USB drive. Nothing was saved. Use another one. If that fails too, call your IT staff.',
        comment: 'Error: a file was to be saved to a USB drive.',
      });
    case 'failed':
      return t({
        message:
          'The USB drive failed or was removed, so the file may not be on it. Try again, or use another drive.',
        comment: 'Error: a file was to be saved to a USB drive.',
      });
    default:
      return unreachable(why);
  }
}

function countedAnywayInWords(): string {
  return t({
    message: 'The ledger already lists this checkpoint. Trying again adds another entry.',
    comment:
      'Behind an error: a checkpoint was to be saved to a USB drive. The ledger is the signed record of staff actions; a checkpoint is its signed state at one moment.',
  });
}
