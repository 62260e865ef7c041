import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { shortageInWords } from './shortage.ts';

type MachineRefusal = Extract<
  Refusal,
  {
    kind:
      | 'clipboard-kept'
      | 'no-export-folder'
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
      return t`A clipboard manager is running on this computer. It can keep what is typed. Ask your IT staff to remove it, then try again.`;
    case 'no-export-folder':
      return t({
        message:
          'No place for a USB drive is set up on this kiosk, so plugging one in doesn’t help. Ask your IT staff to set it up and start Counterfoil again.',
        comment: 'Error when a file is saved to a USB drive or read from one.',
      });
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
