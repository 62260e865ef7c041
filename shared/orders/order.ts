import { z } from 'zod';
import { openWhenSuspended } from '../ledger/reasons.ts';
import { slug } from '../programme/documents/documents.ts';
import { localizedParagraph } from '../programme/localized.ts';
import { noticeLanguages } from './usual-notice.ts';

/** A moment with its offset, so that it is the same one on every kiosk. Answers epoch milliseconds. */
const moment = z.iso
  .datetime({ offset: true, error: 'takes a date and time such as "2026-12-01T08:00:00-05:00"' })
  .transform((text) => Date.parse(text))
  .refine((milliseconds) => milliseconds >= 0, 'takes a date and time after 1970');

const common = {
  format: z.literal(1),
  /** The id of the programme: a kiosk of another one does not take it. */
  program: slug,
  /** Counts the orders of the programme from 1. A kiosk carries each out once, and none before the one before it. */
  serial: z.int().min(1).max(999_999),
  /** When it takes effect; `null`: as soon as a kiosk has it. */
  takesEffect: moment.nullable(),
  /** After this moment no kiosk carries it out any more. */
  expires: moment,
} as const;

/** What the office orders: every kiosk of the programme suspends intake, or resumes it. */
export const orderSchema = z.discriminatedUnion(
  'act',
  [
    z
      .strictObject({
        ...common,
        act: z.literal('suspend'),
        /** Whether applications that are open then may be finished, or are ended and erased. */
        open: z.enum(openWhenSuspended),
        /** What residents read on the start screen, in every language of the programme. */
        notice: localizedParagraph,
      })
      .readonly(),
    z.strictObject({ ...common, act: z.literal('resume') }).readonly(),
  ],
  {
    error: ({ code }) => (code === 'invalid_union' ? 'takes "suspend" or "resume" as its "act"' : undefined),
  },
);
export type Order = z.output<typeof orderSchema>;

/** Languages that a notice has to be in and is not: by hand, by order, and as an order is signed. */
export function missingLanguages(
  notice: Readonly<Record<string, string>>,
  languages: readonly string[] | undefined,
): readonly string[] {
  return noticeLanguages(languages).filter((language) => !Object.hasOwn(notice, language));
}
