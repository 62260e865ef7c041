import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { lowBatteryInWords } from './low-battery.ts';
import { printerRefusalInWords, printerRefusalReasons, printerRefusalTodo } from './printer-refusal.ts';

type PrintingRefusal = Extract<
  Refusal,
  {
    kind:
      | 'tray-unchecked'
      | 'no-printer'
      | 'battery-low'
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
      return t({
        message: 'Cards may be in the printer’s tray. Check there first, then confirm it on the kiosk.',
        comment: 'Error. The tray is where finished cards lie.',
      });
    case 'no-printer':
      return t`This kiosk has no card printer yet, so it can’t issue cards. Call your IT staff.`;
    case 'battery-low':
      return lowBatteryInWords();
    case 'no-ordinary-printer':
      return t`No ordinary printer is chosen, so this only appears on the screen. A supervisor or IT staff can choose one.`;
    case 'printer-refused':
      return [
        printerRefusalInWords(refusal.why),
        ...printerRefusalReasons(refusal.why),
        printerRefusalTodo(refusal.why),
      ].join(' ');
    case 'printer-in-use':
      return t`The printer is busy, or someone is checking it. Wait until that’s done, then try again.`;
    case 'no-such-ribbon':
      return t({
        message: 'The ribbon records have changed meanwhile. Check them again.',
        comment:
          'Error. The records say which ribbon, a film of dye, was put into or taken out of the printer.',
      });
    default:
      return unreachable(refusal);
  }
}
