import { z } from 'zod';
import { MAXIMUM_TYPED_LENGTH } from '../application/answers.ts';
import { cardSection } from '../programme/card-section.ts';
import { bytes } from './bytes.ts';
import { calendarDate } from './status.ts';

// What lies inside the sealed columns. Parsed after opening: the key proves who wrote it, not that this
// version of the program understands it.

const typed = z.string().max(MAXIMUM_TYPED_LENGTH);

/** Column `answers`: what was typed, as typed. */
export const sealedAnswers = z.object({
  name: typed,
  chosenName: typed,
  birthDay: typed,
  birthMonth: typed,
  birthYear: typed,
  gender: typed,
  emergencyName: typed,
  emergencyPhone: typed,
  libraryNumber: typed,
  documents: z.array(z.string()),
});

/** Column `card`: everything a print worker needs besides the photo. */
export const sealedCard = z.object({
  card: z.object({
    number: z.string(),
    name: z.string(),
    chosenName: z.string().nullable(),
    birthDate: calendarDate,
    gender: z.string().nullable(),
    emergencyContact: z.object({ name: z.string(), phone: z.string() }).nullable(),
    libraryNumber: z.string().nullable(),
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

/** One row of what was made of the applicant: windows of one product, end to end. */
export const sealedWindows = z.object({ product: z.string(), windows: z.array(bytes) });
