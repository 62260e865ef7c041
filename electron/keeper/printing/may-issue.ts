import type { PrinterDriver, PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

type Build = KioskStatus['build'];

/**
 * Whether a kiosk of this build prints on this printer. The built-in printer makes pictures, not cards: a release that
 * "issued" on it would hand out nothing, and has no such printer in it, not for a test card either.
 */
export function mayIssueOn(build: Build, driver: PrinterDriver): boolean {
  return build === 'evaluation' || driver !== 'virtual';
}

/** What decides on which printer cards are made. */
export interface IssuingPort {
  readonly printer: { now(): PrinterSettings; awaitsTestCard(): boolean };
  readonly build: Build;
  readonly battery: { isLowNow(): boolean };
}

/** The printer that somebody's card may be printed on now, or why there is none. */
export function printerToIssueOn({ printer, build, battery }: IssuingPort): Result<PrinterSettings, Refusal> {
  const settings = printer.now();
  if (!mayIssueOn(build, settings.driver)) return err({ kind: 'no-printer' });
  if (printer.awaitsTestCard())
    return err({ kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } });
  return battery.isLowNow() ? err({ kind: 'battery-low' }) : ok(settings);
}
