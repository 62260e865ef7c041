import type { FieldValues } from '../application/fields.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Symbology } from './codes/symbologies.ts';
import type { CardDesignName } from './designs/design-names.ts';

/**
 * What is printed on one card: the fields, the number and its days. A date of birth is missing only in the preview of
 * unfinished answers. The photo travels beside it as JPEG bytes.
 */
export interface CardData extends FieldValues {
  readonly number: string;
  /** Exactly as typed, any script. Single names are valid. */
  readonly name: string;
  readonly issuedOn: CalendarDate;
  /** `null`: this card does not expire. */
  readonly expiresOn: CalendarDate | null;
}

/** What a programme prints on every card. */
export interface CardProgramme {
  /** The issuer, large on the front: "Harbor City". */
  readonly issuer: string;
  /** The kind of card: "Municipal ID". */
  readonly title: string;
  /** One line on the back, where a found card should be brought. */
  readonly returnLine: string;
  /** Accent colour as #RRGGBB. */
  readonly accent: string;
  readonly design: CardDesignName;
  /** The number that the back carries as a code for the scanners of other institutions, or `none`. */
  readonly barcode: 'none' | { readonly field: BarcodeField; readonly symbology: Symbology };
  /** How far the printed page reaches over the card on every side, in millimetres. 0: the printer stops at the edge. */
  readonly bleedMm: number;
}

/** The numbers that may be a barcode: those that another institution gave. */
export const barcodeFields = ['libraryNumber'] as const;
export type BarcodeField = (typeof barcodeFields)[number];
