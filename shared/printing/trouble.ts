import { z } from 'zod';

/** What keeps a printer from going on, as far as a clerk can do something about it; in the order of how much it says. */
export const printerTroubles = [
  'media-empty',
  'media-jam',
  'cover-open',
  'ribbon-empty',
  'tray-full',
  /** The queue cannot reach its device. */
  'offline',
  /** Somebody paused the printer or its queue. */
  'paused',
  /** It takes no new cards. */
  'rejecting',
  /** It has a job of somebody else under way, and takes no second one. */
  'busy',
  /** It has stopped and says no reason that is known here. */
  'stopped',
] as const;
export const printerTrouble = z.enum(printerTroubles);
export type PrinterTrouble = z.infer<typeof printerTrouble>;

/**
 * Keywords of `printer-state-reasons` (RFC 8011, 5.4.12; PWG 5100.9 for supplies). Matched by their start:
 * printers and CUPS append `-report`, `-warning` or `-error` as they like, and rewrite one into the other.
 */
const KEYWORDS: readonly (readonly [string, PrinterTrouble])[] = [
  ['media-empty', 'media-empty'],
  ['media-needed', 'media-empty'],
  ['input-tray-missing', 'media-empty'],
  ['media-jam', 'media-jam'],
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
  ['marker-supply-empty', 'ribbon-empty'],
  ['marker-supply-missing', 'ribbon-empty'],
  ['marker-waste-full', 'ribbon-empty'],
  ['toner-empty', 'ribbon-empty'],
  ['output-area-full', 'tray-full'],
  ['output-tray-missing', 'tray-full'],
  ['offline', 'offline'],
  ['connecting-to-device', 'offline'],
  ['timed-out', 'offline'],
  ['shutdown', 'offline'],
  ['paused', 'paused'],
  ['moving-to-paused', 'paused'],
  ['hold-new-jobs', 'paused'],
];

/** What a printer said of itself: raw keywords of IPP. */
export interface PrinterSays {
  readonly state: 'idle' | 'processing' | 'stopped';
  readonly reasons: readonly string[];
  readonly accepting: boolean;
}

/**
 * The troubles in what a printer says, each once, in the order of `printerTroubles`. A printer that has
 * stopped without a word that is known here is in trouble all the same; one that only mentions an empty
 * tray while it prints on from another is told too, because the clerk can act.
 */
export function troublesIn({ state, reasons, accepting }: PrinterSays): readonly PrinterTrouble[] {
  const found = new Set<PrinterTrouble>();
  for (const reason of reasons) {
    const known = KEYWORDS.find(([keyword]) => reason.startsWith(keyword));
    if (known !== undefined) found.add(known[1]);
  }
  if (!accepting) found.add('rejecting');
  if (state === 'stopped' && found.size === 0) found.add('stopped');
  return printerTroubles.filter((trouble) => found.has(trouble));
}
