import type { Inspection } from '../contract/printing/printer.ts';
import type { PresetPrinter } from '../settings/preset.ts';

/**
 * What the certificate that was shown is, by the settings. `unknown`: they name none of this printer, or not this printer. `theirs`: it
 * is the one that they name, so nobody has to compare it. `another`: something else answers at that address, or answers in clear.
 */
export type PresetVerdict = 'unknown' | 'theirs' | 'another';

/** Judges what was found at an address by the printer that the settings name; null: they name none. */
export function presetVerdict(
  found: Pick<Inspection, 'address' | 'certificate'>,
  preset: PresetPrinter | null,
): PresetVerdict {
  if (preset === null || preset.pin === null || preset.address !== found.address) return 'unknown';
  return found.certificate === preset.pin ? 'theirs' : 'another';
}
