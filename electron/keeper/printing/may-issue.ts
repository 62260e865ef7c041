import type { PrinterDriver } from '../../../shared/contract/printing/printer.ts';

/**
 * Whether a kiosk of this build may print somebody's card on this printer. The built-in
 * printer makes pictures, not cards: a release that "issued" on it would hand out nothing.
 */
export function mayIssueOn(build: 'evaluation' | 'release', driver: PrinterDriver): boolean {
  return build === 'evaluation' || driver !== 'virtual';
}
