import type { IppPrinter, OrdinaryPrinter } from './printing/printer.ts';

/** A card printer of its own, as a kiosk keeps one that it looked at. */
export const CARD_PRINTER: IppPrinter = {
  driver: 'ipp',
  address: 'ipp://192.0.2.7:631/ipp/print',
  pin: null,
  name: 'Card printer at desk 1',
  format: { kind: 'pdf' },
  media: { name: 'om_card_54x86mm', widthHundredths: 5398, heightHundredths: 8560 },
  sides: 'two-sided-short-edge',
  scaling: null,
  isQueue: false,
  tells: 'cards',
};

/** An ordinary printer, as a kiosk keeps one that it looked at. */
export const ORDINARY_PRINTER: OrdinaryPrinter = {
  driver: 'ipp',
  address: 'ipp://192.0.2.8:631/ipp/print',
  pin: null,
  name: 'Office printer',
  format: { kind: 'pdf' },
  media: { name: 'na_letter_8.5x11in', widthHundredths: 21_590, heightHundredths: 27_940 },
  sides: 'one-sided',
  scaling: 'none',
  isQueue: false,
  tells: 'cards',
};
