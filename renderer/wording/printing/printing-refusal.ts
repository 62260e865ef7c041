import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { printerRefusalInWords, printerRefusalReasons, printerRefusalTodo } from './printer-refusal.ts';

type PrintingRefusal = Extract<
  Refusal,
  {
    kind:
      | 'tray-unchecked'
      | 'no-printer'
      | 'no-ordinary-printer'
      | 'printer-refused'
      | 'printer-in-use'
      | 'no-such-ribbon';
  }
>;

/** Why nothing can be printed, or done at the printer, now. */
export function printingRefusalInWords(refusal: PrintingRefusal): string {
  switch (refusal.kind) {
    case 'tray-unchecked':
      return t`Cards may lie in the printer’s tray. Please look there first, and say so on the kiosk.`;
    case 'no-printer':
      return t`This kiosk has no card printer yet, so it cannot issue. Call your IT staff.`;
    case 'no-ordinary-printer':
      return t`No ordinary printer is chosen, so this is on the screen only. A supervisor or your IT staff can choose one.`;
    case 'printer-refused':
      return [
        printerRefusalInWords(refusal.why),
        ...printerRefusalReasons(refusal.why),
        printerRefusalTodo(refusal.why),
      ].join(' ');
    case 'printer-in-use':
      return t`The printer is at work, or somebody is looking at it. Wait until that is done, then try again.`;
    case 'no-such-ribbon':
      return t`What is noted about the ribbons has changed meanwhile. Please look again.`;
    default:
      return unreachable(refusal);
  }
}
