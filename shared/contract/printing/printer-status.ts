import { z } from 'zod';
import { printerTrouble } from '../../printing/trouble.ts';
import { printEnding, printerDriver, printerRefusal, printMedia, printStage } from './printer.ts';

/** How the printer is now, without any job. */
export const printerCondition = z.discriminatedUnion('kind', [
  /** Nobody has looked yet, or there is nothing to look at (the built-in printer). */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('trouble'), troubles: z.array(printerTrouble).min(1) }),
  z.object({ kind: z.literal('refused'), why: printerRefusal }),
]);
export type PrinterCondition = z.infer<typeof printerCondition>;

/** How far something without an applicant has come: a test card, or a paper. */
export const printProgress = z.object({
  stage: printStage,
  troubles: z.array(printerTrouble),
  ending: printEnding.nullable(),
});
export type PrintProgress = z.infer<typeof printProgress>;

/** The ordinary printer as every session is told of it. */
export const ordinaryPrinterStatus = z.object({
  name: z.string(),
  address: z.string(),
  media: printMedia,
  /** The last paper of this start, by the number that its call was answered with; null: none yet. */
  paper: printProgress.extend({ number: z.number().int().min(1) }).nullable(),
});
export type OrdinaryPrinterStatus = z.infer<typeof ordinaryPrinterStatus>;

/** The card printer as every session is told of it. */
export const printerStatus = z.object({
  driver: printerDriver,
  /** Null for the built-in printer. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  tells: z.enum(['cards', 'transfers']),
  condition: printerCondition,
  /** It issues nothing before somebody has confirmed its test card. */
  awaitsTestCard: z.boolean(),
  /** The test card under way, or how the last one ended; null: none since this kiosk was started. */
  testCard: printProgress.nullable(),
  /** The computer runs on a battery that has too little for a card: none is printed until it is plugged in. */
  batteryLow: z.boolean(),
});
export type PrinterStatus = z.infer<typeof printerStatus>;
