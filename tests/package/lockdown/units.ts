import { DISPLAY, KIOSK, SLUG } from '../counter.ts';

/** The package's units that run something, by what they are. */
export const UNITS = {
  kiosk: KIOSK,
  display: DISPLAY,
  provision: `${SLUG}-provision.service`,
  printers: `${SLUG}-printers.service`,
} as const;
export type Unit = keyof typeof UNITS;

export const ALL_UNITS: readonly Unit[] = ['kiosk', 'display', 'provision', 'printers'];
