import type { PrintMedia } from '../../../shared/contract/printing/printer.ts';
import { fitsPageSizeName } from '../../lib/drawing/pwg-header.ts';

const UNITS = { mm: 100, in: 2540 } as const;
const NAMED_SIZE = /_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$/;

/** The size in a self-describing name (PWG 5101.1, 5): `iso_id-1_53.98x85.6mm`. */
export function sizeInName(name: string): PrintMedia | null {
  const [, width, height, unit] = NAMED_SIZE.exec(name) ?? [];
  if (unit !== 'mm' && unit !== 'in') return null;
  const inHundredths = (length: string | undefined): number => Math.round(Number(length) * UNITS[unit]);
  return { name, widthHundredths: inHundredths(width), heightHundredths: inHundredths(height) };
}

/** A self-describing name of our own, for a size of which the printer's name is not known or cannot be said. */
export function nameOfSize(size: Omit<PrintMedia, 'name'>): string {
  return `custom_card_${size.widthHundredths / 100}x${size.heightHundredths / 100}mm`;
}

/** The printer's own name, which the order has whole; where the dots have no room for it, one made of the measures. */
export function pageSizeName(media: PrintMedia): string {
  return fitsPageSizeName(media.name) ? media.name : nameOfSize(media);
}
