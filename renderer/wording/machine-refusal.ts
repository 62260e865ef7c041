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
      return t`A clipboard manager is running on this computer. It can keep what is typed. Ask IT to remove it, then try again.`;
    case 'no-export-folder':
      return t`The kiosk found no stick to write to. Plug it in and try again. If it fails again, call your IT staff.`;
    case 'not-written':
      return t`The kiosk’s disk accepts no more changes. Nothing was changed. Call your IT staff: the disk may be full.`;
    case 'not-read':
      return t`The kiosk’s disk doesn’t give back what was saved. Nothing was changed. Take no new applications, and call your IT staff: the disk may be failing.`;
    case 'disk-nearly-full':
      return shortageInWords(refusal);
    case 'date-unconfirmed':
      return t`The kiosk isn’t sure of today’s date, so no application can start and no card can print. Set this application aside (F6). The start screen then asks for the date.`;
    default:
      return unreachable(refusal);
  }
}
