import { z } from 'zod';
import { LONGEST_ADDRESS } from '../../printing/address.ts';
import { spoolRefusal } from '../../printing/spool-refusal.ts';
import { printerTrouble } from '../../printing/trouble.ts';

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

/** What a printer is for: cards, or papers (receipts and day sheets). */
export const printerRole = z.enum(['card', 'ordinary']);
export type PrinterRole = z.infer<typeof printerRole>;

/** A size as the printer itself names and measures it. */
export const printMedia = z.object({
  name: z.string().max(255),
  /** Hundredths of a millimetre, as IPP counts (PWG 5101.1). */
  widthHundredths: z.number().int().min(1),
  heightHundredths: z.number().int().min(1),
});
export type PrintMedia = z.infer<typeof printMedia>;

/** Dots to the inch that a card is drawn with. Coarser ones make no readable card, finer ones nothing but bytes. */
export const DOTS_PER_INCH = { least: 100, most: 1200 } as const;

/** How a printer takes what is drawn: as PDF, or as dots where it takes no PDF. */
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

const ippDevice = z.object({
  driver: z.literal('ipp'),
  address: printerAddress,
  pin: certificatePin.nullable(),
  name: z.string().max(LONGEST_PRINTER_NAME),
  format: printFormat,
  media: printMedia,
  scaling: pageScaling.nullable(),
  /** A CUPS queue: it has a spool that must lie in memory, and jobs that must be purged. */
  isQueue: z.boolean(),
  /**
   * `cards`: it tells of faces printed. `transfers`: a queue, which says "completed" once the bytes are handed over;
   * whether a card came out it cannot know.
   */
  tells: z.enum(['cards', 'transfers']),
});

/**
 * A card printer that speaks IPP, or a CUPS queue on this machine. Everything in it was chosen from what it
 * advertises.
 */
export const ippPrinter = ippDevice.extend({ sides: cardSides });
export type IppPrinter = z.infer<typeof ippPrinter>;

/** The second printer, for papers: chosen and checked as a card printer is. One side, A4 or Letter. */
export const ordinaryPrinter = ippDevice.extend({ sides: z.literal('one-sided') });
export type OrdinaryPrinter = z.infer<typeof ordinaryPrinter>;

/** Whatever a worker speaks IPP with. The sides tell what it is for. */
export const anyIppPrinter = z.union([ippPrinter, ordinaryPrinter]);
export type IppDevice = z.infer<typeof anyIppPrinter>;

/** A card has two faces, and a paper of ours one for each sheet. */
export function roleOf({ sides }: Pick<IppDevice, 'sides'>): PrinterRole {
  return sides === 'one-sided' ? 'ordinary' : 'card';
}

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
  /** It lets nobody print without a name and a password (HTTP 401). */
  z.object({ kind: z.literal('wants-password') }),
  /** It takes encrypted connections only (HTTP 426). */
  z.object({ kind: z.literal('wants-encryption') }),
  /** It sends whoever asks to another address (HTTP 301, 302, 307, 308): nobody has chosen that one. */
  z.object({ kind: z.literal('moved') }),
  z.object({ kind: z.literal('too-slow') }),
  z.object({ kind: z.literal('certificate-changed') }),
  /** There is a print server, but no such printer or queue (any more). */
  z.object({ kind: z.literal('no-such-queue') }),
  z.object({ kind: z.literal('no-card-size') }),
  /** A queue would ask its printer for a size that this one refuses; `address`: where the printer itself answers. */
  z.object({
    kind: z.literal('size-refused-behind'),
    asked: printMedia,
    own: printMedia,
    address: printerAddress,
  }),
  /** Of an ordinary printer: neither A4 nor Letter. */
  z.object({ kind: z.literal('no-paper-size') }),
  z.object({ kind: z.literal('no-duplex') }),
  /** It takes neither a PDF nor such dots as the kiosk makes; `offers`: what it says of the three, in its own words. */
  z.object({
    kind: z.literal('no-format'),
    // How a print ended is kept with its application, which may have been written before this was noted.
    offers: z.string().max(400).default('–'),
  }),
  /** It takes no job with a document of its own (Create-Job and Send-Document, RFC 8011). */
  z.object({ kind: z.literal('no-jobs') }),
  /** It takes cards in another way than when it was chosen, and what was drawn by then would be wrong. */
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('rejecting') }),
  z.object({ kind: z.literal('busy') }),
  /** It does not take this job, and says so with an IPP status (RFC 8011, appendix B). */
  z.object({ kind: z.literal('job-refused'), status: z.number().int() }),
  z.object({ kind: z.literal('spool'), reasons: z.array(spoolRefusal).min(1) }),
  z.object({ kind: z.literal('not-drawable') }),
  /** A queue whose test card nobody has confirmed: what comes out of it is not known. */
  z.object({ kind: z.literal('test-card-unconfirmed') }),
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

/** The printer says that a card is there, or says nothing of it: somebody may hold one. */
export function mayBeThere(ending: PrintEnding | null): boolean {
  return ending !== null && ending.kind !== 'no-card';
}

/** How far a card has come. `failed`: it ended with a question, or without a card; `printEnding` tells which. */
export const printStage = z.enum(['waiting', 'sent', 'front', 'back', 'in-tray', 'failed']);
export type PrintStage = z.infer<typeof printStage>;

/** What was found at an address: what the printer can do, and what is missing. */
export const inspection = z.object({
  /** What it was looked at for. */
  role: printerRole,
  address: printerAddress,
  name: z.string(),
  makeAndModel: z.string(),
  isQueue: z.boolean(),
  tells: z.enum(['cards', 'transfers']),
  /** The certificate it showed, to be compared with what the printer's own panel shows; null without TLS. */
  certificate: certificatePin.nullable(),
  media: printMedia.nullable(),
  /** Null: cards are wanted, and it prints one side only. */
  sides: z.enum([...cardSides.options, 'one-sided']).nullable(),
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
