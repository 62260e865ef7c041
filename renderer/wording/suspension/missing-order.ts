import { t } from '@lingui/core/macro';
import type { StaffRole } from '../../../shared/contract/status.ts';

/** The same to whoever is in the section where that order can be carried out again. */
export function missingOrderHereInWords(serial: number): string {
  return t({
    message: `New applications are stopped: this kiosk’s file vault.db is an older copy without order ${serial}. Look for order ${serial} on the USB drive below, and carry it out again. Or IT staff can put the right file back.`,
    comment:
      'Why no application can start, in the section Suspension. An order is a signed file from the office in charge, {serial} its number.',
  });
}

/**
 * Why nobody new is served where an older copy of the vault has lost an order, and what to do. `serial`: its number. `role`: of
 * who reads it; a clerk has no way to the section.
 */
export function missingOrderInWords(serial: number, role: StaffRole | undefined): string {
  return role === 'supervisor'
    ? t({
        message: `New applications are stopped: this kiosk’s file vault.db is an older copy without order ${serial}. Press F4, then open Suspension to carry out the order again. Or IT staff can put the right file back.`,
        comment:
          'Why no application can start, to a supervisor. An order is a signed file from the office in charge, {serial} its number. F4 is a key, Suspension a section.',
      })
    : t({
        message: `New applications are stopped: order ${serial} is missing on this kiosk. Call your supervisor.`,
        comment:
          'Why no application can start, to a clerk. An order is a signed file from the office in charge, {serial} its number.',
      });
}
