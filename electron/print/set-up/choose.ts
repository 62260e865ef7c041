import { CARD_HEIGHT_MM, CARD_WIDTH_MM } from '../../../shared/card/card-size.ts';
import {
  type CardSides,
  DOTS_PER_INCH,
  type OrdinaryPrinter,
  type PrinterRole,
  type PrintFormat,
  type PrintMedia,
} from '../../../shared/contract/printing/printer.ts';
import { pageSizes, SIZE_TOLERANCE } from '../../../shared/paper/page-sizes.ts';
import { operationIds } from '../../lib/ipp/operations.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { nameOfSize, sizeInName } from './size-name.ts';

/** A card of ISO/IEC 7810 (ID-1), in hundredths of a millimetre. Printers advertise it upright. */
const SHORT = CARD_HEIGHT_MM * 100;
const LONG = CARD_WIDTH_MM * 100;

/**
 * How far a size is from a card's, whichever way it is turned, or from a paper's; more than the tolerance: it is
 * none.
 */
function distance(
  { widthHundredths: width, heightHundredths: height }: PrintMedia,
  role: PrinterRole,
): number {
  const off = (w: number, h: number): number => Math.max(Math.abs(w - width), Math.abs(h - height));
  if (role === 'card') return Math.min(off(SHORT, LONG), off(LONG, SHORT));
  return Math.min(...Object.values(pageSizes).map(([w, h]) => off(w, h)));
}

/**
 * The printer's own names and measures for a card, or for a paper, the best first: what is loaded, then what is
 * nearest in size.
 */
export function fittingMedia(
  { media, mediaReady, mediaSizes }: PrinterAttributes,
  role: PrinterRole,
): readonly PrintMedia[] {
  const named = [...mediaReady, ...media].flatMap((name) => sizeInName(name) ?? []);
  const measured = mediaSizes.map(({ name, widthHundredths, heightHundredths }): PrintMedia => {
    const known = [...mediaSizes, ...named].find(
      (each) =>
        each.name !== null &&
        each.widthHundredths === widthHundredths &&
        each.heightHundredths === heightHundredths,
    );
    const size = { widthHundredths, heightHundredths };
    return { name: name ?? known?.name ?? nameOfSize(size), ...size };
  });
  const fitting = [...measured, ...named].filter((each) => distance(each, role) <= SIZE_TOLERANCE);
  const rank = (each: PrintMedia): number =>
    distance(each, role) - (mediaReady.includes(each.name) ? SIZE_TOLERANCE : 0);
  return fitting.toSorted((a, b) => rank(a) - rank(b));
}

/** The one that is printed on; null: the printer takes nothing of this size. */
export function chooseMedia(said: PrinterAttributes, role: PrinterRole): PrintMedia | null {
  return fittingMedia(said, role)[0] ?? null;
}

/** Whether the printer takes the card standing: then the picture, which lies, is turned for it. */
export function takesItUpright({ widthHundredths, heightHundredths }: PrintMedia): boolean {
  return heightHundredths > widthHundredths;
}

/**
 * Both faces in one go; null: it prints one face only. A card is turned over like a page of a book, over its
 * short edge as it lies: that is the short edge too where the printer takes it standing.
 */
export function chooseCardSides(said: PrinterAttributes): CardSides | null {
  const media = chooseMedia(said, 'card');
  const short = ['two-sided-short-edge', 'two-sided-long-edge'] as const;
  const wanted = media !== null && takesItUpright(media) ? short : short.toReversed();
  return wanted.find((each) => said.sides.includes(each)) ?? null;
}

/** The sides of what is printed there. Every printer prints one. */
export function chooseSides(
  said: PrinterAttributes,
  role: PrinterRole,
): CardSides | OrdinaryPrinter['sides'] | null {
  return role === 'card' ? chooseCardSides(said) : 'one-sided';
}

const WANTED_DOTS = 300;
/** A page has forty times the area of a card: finer dots would take more memory than a kiosk has to spare. */
const MOST_DOTS: Readonly<Record<PrinterRole, number>> = { card: DOTS_PER_INCH.most, ordinary: 600 };
const SHEET_BACKS = ['normal', 'flipped', 'manual-tumble', 'rotated'] as const;

/** The dots to the inch with which this printer takes a card or paper, both ways the same, the coarsest first. */
export function dotsOffered({ pwg }: PrinterAttributes, role: PrinterRole): readonly number[] {
  return pwg.resolutions
    .filter(({ x, y, unit }) => x === y && unit === 'dpi')
    .map(({ x }) => x)
    .filter((each) => each >= DOTS_PER_INCH.least && each <= MOST_DOTS[role])
    .toSorted((a, b) => a - b);
}

/** How the back must lie; a printer that does not say, or says what the standard does not have: as the front. */
export function sheetBackOf({ pwg }: PrinterAttributes): (typeof SHEET_BACKS)[number] {
  return SHEET_BACKS.find((each) => each === pwg.sheetBack) ?? 'normal';
}

/**
 * How it takes a card or a paper; null: not at all. A card is sent as dots, and as PDF only where the printer takes
 * nothing else: one that takes PDF spools it, and kept it, readable, when it lost its power (measured with PAPPL). A
 * paper names nobody, and its small letters are sharper in PDF.
 */
export function chooseFormat(said: PrinterAttributes, role: PrinterRole): PrintFormat | null {
  const pdf = said.documentFormats.includes('application/pdf') ? ({ kind: 'pdf' } as const) : null;
  const dots = chooseDots(said, role);
  return role === 'card' ? (dots ?? pdf) : (pdf ?? dots);
}

/** 300 to the inch if it has them, else the next finer ones, else the finest. */
function chooseDots(said: PrinterAttributes, role: PrinterRole): PrintFormat | null {
  const { documentFormats, pwg } = said;
  if (!documentFormats.includes('image/pwg-raster')) return null;
  const dots = dotsOffered(said, role);
  const dotsPerInch = dots.find((each) => each >= WANTED_DOTS) ?? dots.at(-1);
  const colour = (['srgb_8', 'sgray_8'] as const).find((each) => pwg.types.includes(each));
  if (dotsPerInch === undefined || colour === undefined) return null;
  return { kind: 'pwg-raster', dotsPerInch, colour, sheetBack: sheetBackOf(said) };
}

/** Whether it takes a job first and its document then. One that does not say what it does is tried. */
export function takesJobs({ operations }: PrinterAttributes): boolean {
  const { createJob, sendDocument } = operationIds;
  return operations.length === 0 || [createJob, sendDocument].every((each) => operations.includes(each));
}

/**
 * Whether a printer says how many faces it printed, or no more than that it was handed the data. A queue never does:
 * a driver calls a card done once its bytes are handed over, and CUPS' own backend for IPP now and then calls one
 * "completed successfully" that its printer has aborted (measured with CUPS 2.4.10: one in five on a busy machine,
 * and no attribute differs).
 */
export function whatItTells({ cupsVersion }: PrinterAttributes): 'cards' | 'transfers' {
  return cupsVersion === null ? 'cards' : 'transfers';
}

/** Whether it can be told to print the page as it is: it is exactly a card, and fitting it would shrink it. */
export function chooseScaling({ scalings }: PrinterAttributes): 'none' | null {
  return scalings.includes('none') ? 'none' : null;
}
