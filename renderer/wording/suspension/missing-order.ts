import { t } from '@lingui/core/macro';

/** Why nobody new is served where an older copy of the vault has lost an order, and what to do. `serial`: its number. */
export function missingOrderInWords(serial: number): string {
  return t({
    message: `New applications are paused: this kiosk’s file vault.db is an older copy without order ${serial}. Put the right file back, or carry out order ${serial} again: press F4, then open Suspend intake.`,
    comment:
      'Why no application can start. An order is a signed file from the office in charge, {serial} its number. F4 is a key, Suspend intake a section of the supervisor’s area.',
  });
}
