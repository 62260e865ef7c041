import { z } from 'zod';
import { LONGEST_ADDRESS } from '../printing/address.ts';
import { spoolRefusal } from '../printing/spool-refusal.ts';
import { printerTrouble } from '../printing/trouble.ts';

/** The built-in card printer. Without a folder it writes nothing to any disk. */
export const virtualPrinter = z.object({
  driver: z.literal('virtual'),
  /** A real dye printer takes 15 to 25 s a face; tests shorten it. */
  secondsPerFace: z.number().min(0).max(60),
  /** Where the user wants the finished card as files, or nowhere. */
  folder: z.string().nullable(),
});
export type VirtualPrinter = z.infer<typeof virtualPrinter>;

/** The lower-case hex SHA-256 of a TLS certificate (DER). */
export const certificatePin = z.string().regex(/^[0-9a-f]{64}$/);

/** `ipp://` or `ipps://`, with a number address or `localhost`. */
export const printerAddress = z.string().max(LONGEST_ADDRESS);

/** A printer's name or model as it is kept and shown. A printer may have four times as much to say. */
export const LONGEST_PRINTER_NAME = 255;

/** A card size as the printer itself names and measures it. */
export const cardMedia = z.object({
  name: z.string().max(255),
  /** Hundredths of a millimetre, as IPP counts (PWG 5101.1). */
  widthHundredths: z.number().int().min(1),
  heightHundredths: z.number().int().min(1),
});
export type CardMedia = z.infer<typeof cardMedia>;

/** Dots to the inch that a card is drawn with. Coarser ones make no readable card, finer ones nothing but bytes. */
export const DOTS_PER_INCH = { least: 100, most: 1200 } as const;

/** How a printer takes the card: as PDF, or as dots where it takes no PDF. */
export const printFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pdf') }),
  z.object({
    kind: z.literal('pwg-raster'),
    dotsPerInch: z.number().int().min(DOTS_PER_INCH.least).max(DOTS_PER_INCH.most),
    colour: z.enum(['srgb_8', 'sgray_8']),
    /** How the back must lie (PWG 5102.4, `pwg-raster-document-sheet-back`). */
    sheetBack: z.enum(['normal', 'flipped', 'manual-tumble', 'rotated']),
  }),
]);
export type PrintFormat = z.infer<typeof printFormat>;

/** Both faces, turned over the card's long or short edge (RFC 8011, 5.2.8). */
export const cardSides = z.enum(['two-sided-long-edge', 'two-sided-short-edge']);
export type CardSides = z.infer<typeof cardSides>;

/** `none`: it can be told not to fit the page to what it thinks is printable (PWG 5100.13, `print-scaling`). */
export const pageScaling = z.enum(['none']);

/** A printer that speaks IPP, or a CUPS queue on this machine. Everything in it was chosen from what it advertises. */
export const ippPrinter = z.object({
  driver: z.literal('ipp'),
  address: printerAddress,
  pin: certificatePin.nullable(),
  name: z.string().max(LONGEST_PRINTER_NAME),
  format: printFormat,
  media: cardMedia,
  sides: cardSides,
  scaling: pageScaling.nullable(),
  /** A CUPS queue: it has a spool that must lie in memory, and jobs that must be purged. */
  isQueue: z.boolean(),
  /**
   * `cards`: it tells of faces printed. `transfers`: a queue, which says "completed" once the bytes are handed over;
   * whether a card came out it cannot know.
   */
  tells: z.enum(['cards', 'transfers']),
});
export type IppPrinter = z.infer<typeof ippPrinter>;

/** A queue of Windows or macOS. Untested there: such a kiosk cannot go live. */
export const osPrinter = z.object({ driver: z.literal('os'), name: z.string().min(1).max(255) });
export type OsPrinter = z.infer<typeof osPrinter>;

export const printerSettings = z.discriminatedUnion('driver', [virtualPrinter, ippPrinter, osPrinter]);
export type PrinterSettings = z.infer<typeof printerSettings>;
export const printerDriver = z.enum(['virtual', 'ipp', 'os']);
export type PrinterDriver = PrinterSettings['driver'];

/** Why a printer is not used. Nothing has been printed then, and nothing was sent that could be. */
export const printerRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-an-address') }),
  /** A name instead of a number: no name server is ever asked. */
  z.object({ kind: z.literal('host-name') }),
  z.object({ kind: z.literal('unreachable') }),
  /** Something answers there that is no printer, or talks nonsense. */
  z.object({ kind: z.literal('not-a-printer') }),
  z.object({ kind: z.literal('too-slow') }),
  z.object({ kind: z.literal('certificate-changed') }),
  /** There is a print server, but no such printer or queue (any more). */
  z.object({ kind: z.literal('no-such-queue') }),
  z.object({ kind: z.literal('no-card-size') }),
  z.object({ kind: z.literal('no-duplex') }),
  z.object({ kind: z.literal('no-format') }),
  z.object({ kind: z.literal('rejecting') }),
  z.object({ kind: z.literal('busy') }),
  /** It does not take this job, and says so with an IPP status (RFC 8011, appendix B). */
  z.object({ kind: z.literal('job-refused'), status: z.number().int() }),
  z.object({ kind: z.literal('spool'), reasons: z.array(spoolRefusal).min(1) }),
  z.object({ kind: z.literal('not-drawable') }),
  /** A card of an attempt before this one may still come out: nothing new is sent until that is known. */
  z.object({ kind: z.literal('earlier-card') }),
  /** It was stopped, or waited too long for a printer that stood still, before anything was sent. */
  z.object({ kind: z.literal('not-sent') }),
  z.object({ kind: z.literal('not-on-this-system') }),
]);
export type PrinterRefusal = z.infer<typeof printerRefusal>;

/** Why nobody but a person can say whether a card came out. */
export const printDoubts = [
  /** The kiosk or its worker ended while a card was under way. */
  'interrupted',
  /** The connection broke, or nothing came back, after the card may have arrived. */
  'reply-lost',
  /** The printer gave the job up; faces may have been printed. */
  'aborted',
  /** The job was stopped while it was under way. */
  'canceled',
  /** "Completed", with fewer faces than a card has. */
  'incomplete',
  /** The print server lost sight of the job and called it completed. */
  'history-missing',
  /** The job is not known there any more. */
  'vanished',
  /** This printer never tells more than that it was handed the data. */
  'cannot-know',
  /** The card was not done after a long time, or nothing moved any more, and the job was stopped. */
  'too-long',
  /** An attempt before this one went to another printer, which does not answer. Nothing was sent since. */
  'left-behind',
] as const;
export const printDoubt = z.enum(printDoubts);
export type PrintDoubt = z.infer<typeof printDoubt>;

/** How a print ended. Only `in-tray` speaks of a card, and the hand-over asks for it all the same. */
export const printEnding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in-tray') }),
  z.object({ kind: z.literal('doubt'), doubt: printDoubt }),
  z.object({ kind: z.literal('no-card'), why: printerRefusal }),
]);
export type PrintEnding = z.infer<typeof printEnding>;

/** How far a card has come. `failed`: it ended with a question, or without a card; `printEnding` tells which. */
export const printStage = z.enum(['waiting', 'sent', 'front', 'back', 'in-tray', 'failed']);
export type PrintStage = z.infer<typeof printStage>;

/** What was found at an address: what the printer can do, and what is missing. */
export const inspection = z.object({
  address: printerAddress,
  name: z.string(),
  makeAndModel: z.string(),
  isQueue: z.boolean(),
  tells: z.enum(['cards', 'transfers']),
  /** The certificate it showed, to be compared with what the printer's own panel shows; null without TLS. */
  certificate: certificatePin.nullable(),
  media: cardMedia.nullable(),
  /** Null: it prints one side only. */
  sides: cardSides.nullable(),
  scaling: pageScaling.nullable(),
  format: printFormat.nullable(),
  troubles: z.array(printerTrouble),
  /** Empty: it can be used. */
  missing: z.array(printerRefusal),
});
export type Inspection = z.infer<typeof inspection>;

/** A queue of the print server on this machine. */
export const localQueue = z.object({ address: printerAddress, name: z.string(), makeAndModel: z.string() });
export type LocalQueue = z.infer<typeof localQueue>;

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

/** The printer as every session is told of it. */
export const printerStatus = z.object({
  driver: printerDriver,
  /** Null for the built-in printer. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  tells: z.enum(['cards', 'transfers']),
  condition: printerCondition,
  /** The test card under way, or how the last one ended; null: none since this kiosk was started. */
  testCard: z
    .object({ stage: printStage, troubles: z.array(printerTrouble), ending: printEnding.nullable() })
    .nullable(),
});
export type PrinterStatus = z.infer<typeof printerStatus>;
