import { z } from 'zod';

// Papers for the ordinary printer: whole lines in the reader's language, in a closed form. What they look like is
// decided in shared/paper. The words of receipts and day sheets are the page's (renderer/wording); those of a slip, of a
// fee receipt and of a record search are the policy's, shared/slips' and shared/record-search's, and no page says any of them.

/** Longer than the longest sentence of any paper; shorter than anything that could carry a record. */
export const LONGEST_LINE = 400;

/**
 * Letters, figures and signs on one line. No control character, no line end, and no mark that turns the direction
 * of what follows; joiners and the two plain direction marks belong to the writing of some languages.
 */
const LINE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200C-\u200F]+$/u;

export const paperLine = z.string().min(1).max(LONGEST_LINE).regex(LINE);

const group = z.object({ label: paperLine, lines: z.array(paperLine).min(1).max(8) });

/** What the resident carries home: left of the perforation what the city keeps, right of it what was done. */
export const receiptPaper = z.object({
  kind: z.literal('receipt'),
  stub: group,
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(8),
  notProven: group.nullable(),
});
export type ReceiptPaper = z.infer<typeof receiptPaper>;

/** The head of the ledger on paper, and a line to sign on. */
export const daySheetPaper = z.object({
  kind: z.literal('day-sheet'),
  heading: paperLine,
  rows: z
    .array(z.object({ label: paperLine, value: paperLine }))
    .min(1)
    .max(12),
  hand: paperLine,
});
export type DaySheetPaper = z.infer<typeof daySheetPaper>;

/** That a fee was paid or waived: for a card, and of nobody. */
export const feeReceiptPaper = z.object({
  kind: z.literal('fee-receipt'),
  heading: paperLine,
  rows: z
    .array(z.object({ label: paperLine, value: paperLine }))
    .min(1)
    .max(8),
  note: paperLine,
});
export type FeeReceiptPaper = z.infer<typeof feeReceiptPaper>;

/** A text of the policy, or several of its names: longer than a line that a page may say. */
const slipLine = z.string().min(1).max(1000).regex(LINE);

/** What somebody carries home who has no card yet, or gets none. */
export const slipPaper = z.object({
  kind: z.literal('slip'),
  stub: group,
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(8),
  sections: z
    .array(z.object({ label: paperLine, lines: z.array(slipLine).min(1).max(32), isList: z.boolean() }))
    .max(4),
  /** Scanned, or typed in its groups. */
  code: z
    .object({
      label: paperLine,
      text: z
        .string()
        .regex(/^[0-9A-Z]+(?: [0-9A-Z]+)*$/)
        .max(256),
      says: paperLine,
    })
    .nullable(),
});
export type SlipPaper = z.infer<typeof slipPaper>;

/** The answer of a record search. The name that was asked is added where it is printed: nobody before that knows it. */
export const recordSearchPaper = z.object({
  kind: z.literal('record-search'),
  heading: paperLine,
  rows: z
    .array(z.object({ label: paperLine, value: slipLine }))
    .min(1)
    .max(16),
  notes: z.array(paperLine).min(1).max(6),
});
export type RecordSearchPaper = z.infer<typeof recordSearchPaper>;

export const paper = z.discriminatedUnion('kind', [
  receiptPaper,
  daySheetPaper,
  feeReceiptPaper,
  slipPaper,
  recordSearchPaper,
]);
export type Paper = z.infer<typeof paper>;
