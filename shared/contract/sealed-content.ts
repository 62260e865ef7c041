import { z } from 'zod';
import { MAXIMUM_TYPED_LENGTH } from '../application/answers.ts';
import { eachField, eachInput } from '../application/fields.ts';
import { feeSettlements, routes } from '../application/route.ts';
import { cardSection } from '../programme/card-section.ts';
import { residentLanguages } from '../residents/language.ts';
import { bytes } from './bytes.ts';
import { calendarDate } from './status.ts';

// What lies inside the sealed columns. Parsed after opening: the key proves who wrote it, not that this
// version of the program understands it.

// A field that was declared since is empty in what was sealed before.
const typed = z.string().max(MAXIMUM_TYPED_LENGTH).default('');
const text = z.string().nullable().default(null);

/** A day, or a year of which no more is known. */
const birthDate = z.union([
  calendarDate,
  z.object({ year: z.number().int(), month: z.null(), day: z.null() }),
]);

/** Column `answers`: what was typed, as typed. */
export const sealedAnswers = z.object({
  ...eachInput(() => typed),
  documents: z.array(z.string()),
  // Releases before there were routes sealed first cards only.
  route: z.enum(routes).default('first'),
  /** In which the applicant reads. Releases before there were residents' screens had English only. */
  language: z.enum(residentLanguages).default('en'),
  fee: z
    .discriminatedUnion('settled', [
      z.object({ settled: z.enum(feeSettlements), cents: z.int().min(1) }),
      z.object({ settled: z.literal('paid-for-another'), cents: z.int().min(1) }),
    ])
    .nullable()
    .default(null),
});

/** Column `card`: everything a print worker needs besides the photo. */
export const sealedCard = z.object({
  card: z.object({
    ...eachField({
      text: () => text,
      digits: () => text,
      date: () => birthDate.nullable().default(null),
      contact: () => z.object({ name: z.string(), phone: z.string() }).nullable().default(null),
      mark: () => z.literal(true).nullable().default(null),
    }),
    number: z.string(),
    name: z.string(),
    birthDate,
    issuedOn: calendarDate,
    expiresOn: calendarDate.nullable(),
  }),
  programme: cardSection,
});

/** Column `tray`: the finished card as the virtual printer shows it. */
export const sealedTray = z.object({ front: bytes, back: bytes });

/**
 * Column `look_up`: digests of the card's number and of its last four characters. A keeper that was started anew
 * makes of them the hashes by which the printed card finds its application.
 */
export const sealedLookUp = z.object({ full: bytes, lastFour: bytes });

/** One row of what was made of the applicant: fingerprints of one product. Stored under `windows`, the name
 * that the first release gave them. */
export const sealedFingerprints = z.object({ product: z.string(), windows: z.array(bytes) });
