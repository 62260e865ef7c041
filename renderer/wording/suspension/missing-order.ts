import { t } from '@lingui/core/macro';

/** The same to whoever is in the section where that order can be carried out again. */
export function missingOrderHereInWords(serial: number): string {
  return t({
    message: `New applications are paused: this kiosk’s file vault.db is an older copy without order ${serial}. Below, look for order ${serial} on the USB drive and carry it out again. Or IT staff can put the right file back.`,
    comment:
      'Why no application can start, in the section Suspend intake. An order is a signed file from the office in charge, {serial} its number.',
  });
}

/** Why nobody new is served where an older copy of the vault has lost an order, and what to do. `serial`: its number. */
export function missingOrderInWords(serial: number): string {
  return t({
    message: `New applications are paused: this kiosk’s file vault.db is an older copy without order ${serial}. A supervisor can carry out order ${serial} again: press F4, then open Suspend intake. Or IT staff can put the right file back.`,
    comment:
      'Why no application can start. An order is a signed file from the office in charge, {serial} its number. F4 is a key, Suspend intake a section of the supervisor’s area.',
  });
}
