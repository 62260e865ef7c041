import { z } from 'zod';

// Papers for the ordinary printer: whole lines in the reader's language, in a closed form. What they look like is
// decided in shared/paper. The words of a receipt and of statistics are the page's (renderer/wording); those of a slip, a fee
// receipt, a day sheet, a test page, a record search and a statement are the policy's, shared/slips', shared/record-search's and
// shared/statement's, and no page says any of them.

/** Longer than the longest sentence of any paper; shorter than anything that could carry a record. */
export const LONGEST_LINE = 400;

/**
 * Letters, figures and signs on one line. No control character, no line end, and no mark that turns the direction
 * of what follows; joiners and the two plain direction marks belong to the writing of some languages.
 */
const CARRIED = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}\\u200C-\\u200F';
const LINE = new RegExp(`^[${CARRIED}]+$`, 'u');

/** What no line carries: to be left out of a text that somebody else has written, such as a printer's name. */
export const NOT_ON_A_LINE = new RegExp(`[^${CARRIED}]`, 'gu');

export const paperLine = z.string().min(1).max(LONGEST_LINE).regex(LINE);

/** The side on which its lines begin: that of the language it is in. */
const direction = z.enum(['ltr', 'rtl']);

const labeledLine = z.object({ label: paperLine, value: paperLine });

const group = z.object({ label: paperLine, lines: z.array(paperLine).min(1).max(8) });

/** Scanned, or typed in its groups. */
const code = z.object({
  label: paperLine,
  text: z
    .string()
    .regex(/^[0-9A-Z]+(?: [0-9A-Z]+)*$/)
    .max(300),
  says: paperLine,
});

/** What the resident carries home: before the perforation what the city keeps, behind it what was done. */
export const receiptPaper = z.object({
  kind: z.literal('receipt'),
  direction,
  stub: group,
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(8),
  notProven: group.nullable(),
  /** The same once more, signed. Null: this is no receipt, but practice. */
  code: code.nullable(),
});
export type ReceiptPaper = z.infer<typeof receiptPaper>;

/** The figures of a day, the head of the ledger with its signature as a code, and two lines to sign on. */
export const daySheetPaper = z.object({
  kind: z.literal('day-sheet'),
  heading: paperLine,
  rows: z.array(labeledLine).min(1).max(12),
  code,
  /** Side by side, each with room above it for a name and a signature. */
  hands: z.array(paperLine).length(2),
});
export type DaySheetPaper = z.infer<typeof daySheetPaper>;

/** That a fee was paid or waived: for a card, and of nobody. */
export const feeReceiptPaper = z.object({
  kind: z.literal('fee-receipt'),
  direction,
  heading: paperLine,
  rows: z.array(labeledLine).min(1).max(8),
  note: paperLine,
});
export type FeeReceiptPaper = z.infer<typeof feeReceiptPaper>;

/** Staff read it at a desk: a heading for each column, the first of which names the row. */
const paperTable = z.object({
  label: paperLine,
  columns: z.array(paperLine).min(2).max(9),
  rows: z.array(z.array(paperLine).min(2).max(9)).min(1).max(14),
});
export type PaperTable = z.infer<typeof paperTable>;

/** Counts of some days or weeks. */
export const statisticsPaper = z.object({
  kind: z.literal('statistics'),
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(4),
  tables: z.array(paperTable).min(1).max(2),
});
export type StatisticsPaper = z.infer<typeof statisticsPaper>;

/** By it whoever sets the ordinary printer up sees that a page comes out whole, and with the letters of the cards. */
export const testPagePaper = z.object({
  kind: z.literal('test-page'),
  heading: paperLine,
  rows: z.array(labeledLine).min(1).max(8),
  lines: z.array(paperLine).min(1).max(4),
  letters: group,
});
export type TestPagePaper = z.infer<typeof testPagePaper>;

/** A text of the policy, or several of its names: longer than a line that a page may say. */
const slipLine = z.string().min(1).max(1000).regex(LINE);

/** What somebody carries home who has no card yet, or gets none. */
export const slipPaper = z.object({
  kind: z.literal('slip'),
  direction,
  stub: group,
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(8),
  sections: z
    .array(z.object({ label: paperLine, lines: z.array(slipLine).min(1).max(32), isList: z.boolean() }))
    .max(4),
  code: code.nullable(),
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

/** A custody statement, for a court: as many pages as it takes, in English, and worded by the keeper alone. */
export const statementPaper = z.object({
  kind: z.literal('statement'),
  heading: paperLine,
  lines: z.array(paperLine).min(1).max(8),
  sections: z
    .array(
      z.object({
        label: paperLine,
        rows: z.array(labeledLine).max(200),
        lines: z.array(paperLine).max(40),
      }),
    )
    .min(1)
    .max(30),
  /** Scanned, or typed in its groups. */
  code: z.object({
    label: paperLine,
    text: z
      .string()
      .regex(/^[0-9A-Z]+(?: [0-9A-Z]+)*$/)
      .max(LONGEST_LINE),
    says: paperLine,
  }),
  /** Stands on every page. */
  foot: paperLine,
});
export type StatementPaper = z.infer<typeof statementPaper>;

export const paper = z.discriminatedUnion('kind', [
  receiptPaper,
  daySheetPaper,
  statisticsPaper,
  feeReceiptPaper,
  testPagePaper,
  slipPaper,
  recordSearchPaper,
  statementPaper,
]);
export type Paper = z.infer<typeof paper>;
