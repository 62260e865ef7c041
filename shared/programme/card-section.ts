import { z } from 'zod';
import { barcodeFields, type CardProgramme } from '../card/card-data.ts';
import { MOST_BLEED_MM } from '../card/card-size.ts';
import { symbologies } from '../card/codes/symbologies.ts';
import { cardDesignNames } from '../card/designs/design-names.ts';
import { label } from './localized.ts';

/** `none` and not `null`: a programme that wants no barcode has decided so. */
const barcode = z.union(
  [
    z.literal('none'),
    z.strictObject({ field: z.enum(barcodeFields), symbology: z.enum(symbologies) }).readonly(),
  ],
  {
    error: `takes "none", or what it has and how: { "field": "${barcodeFields[0]}", "symbology": "${symbologies[0]}" }`,
  },
);

/** What is printed on every card, and how: `CardProgramme` of shared/card. */
export const cardSection = z
  .strictObject({
    issuer: label,
    title: label,
    returnLine: label,
    accent: z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'takes a color as #RRGGBB'),
    design: z.enum(cardDesignNames),
    barcode,
    bleedMm: z.number().min(0).max(MOST_BLEED_MM),
  })
  .readonly() satisfies z.ZodType<CardProgramme>;
