import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AttributeReader } from './attribute-values.ts';

const resolution = z.object({ x: z.int(), y: z.int(), unit: z.enum(['dpi', 'dpcm']) });
/** Hundredths of a millimetre (PWG 5100.7). */
const mediaSize = z.object({
  name: z.string().nullable(),
  widthHundredths: z.int().min(1),
  heightHundredths: z.int().min(1),
});
type MediaSize = z.infer<typeof mediaSize>;

/**
 * What a printer or queue says of itself (RFC 8011, 5.4; PWG 5100.7, 5100.9, 5100.13, 5102.4; CUPS). An empty
 * string or list: it said nothing of it, or nothing that can be read.
 */
const printerAttributes = z.object({
  name: z.string(),
  info: z.string(),
  makeAndModel: z.string(),
  state: z.enum(['idle', 'processing', 'stopped']),
  /** Raw keywords, `none` and suffixes included. */
  stateReasons: z.array(z.string()),
  stateMessage: z.string().nullable(),
  /** A printer that does not say takes jobs: one that takes none refuses them. */
  accepting: z.boolean(),
  documentFormats: z.array(z.string()),
  media: z.array(z.string()),
  mediaReady: z.array(z.string()),
  /** From `media-size-supported`, `media-col-database`, `-ready` and `-default`, each once; ranges are left out. */
  mediaSizes: z.array(mediaSize),
  sides: z.array(z.string()),
  pwg: z.object({ resolutions: z.array(resolution), types: z.array(z.string()), sheetBack: z.string() }),
  /** Operation ids (RFC 8011, 5.4.15). */
  operations: z.array(z.int()),
  scalings: z.array(z.string()),
  cupsVersion: z.string().nullable(),
  deviceUri: z.string().nullable(),
  /** Bits, `CUPS_PRINTER_…`. */
  printerType: z.int().nullable(),
  /** CUPS: what a queue does with a job that failed. */
  errorPolicy: z.string().nullable(),
  /** The queues of a class. */
  memberUris: z.array(z.string()),
});
export type PrinterAttributes = z.infer<typeof printerAttributes>;

/** Asked for by name: some of them (`media-col-database`) are not part of `all` (PWG 5100.7). */
export const PRINTER_ATTRIBUTES: readonly string[] = [
  'cups-version',
  'device-uri',
  'document-format-supported',
  'media-col-database',
  'media-col-default',
  'media-col-ready',
  'media-ready',
  'media-size-supported',
  'media-supported',
  'member-uris',
  'operations-supported',
  'print-scaling-supported',
  'printer-error-policy',
  'printer-info',
  'printer-is-accepting-jobs',
  'printer-make-and-model',
  'printer-name',
  'printer-state',
  'printer-state-message',
  'printer-state-reasons',
  'printer-type',
  'pwg-raster-document-resolution-supported',
  'pwg-raster-document-sheet-back',
  'pwg-raster-document-type-supported',
  'sides-supported',
];

const STATES: ReadonlyMap<number | null, string> = new Map([
  [3, 'idle'],
  [4, 'processing'],
  [5, 'stopped'],
]);

/** Reads one group of printer attributes. Without exactly one known `printer-state` it is none. */
export function readPrinter(group: AttributeReader): Result<PrinterAttributes, 'malformed'> {
  const read = printerAttributes.safeParse({
    name: group.text('printer-name') ?? '',
    info: group.text('printer-info') ?? '',
    makeAndModel: group.text('printer-make-and-model') ?? '',
    state: STATES.get(group.onlyInteger('printer-state')),
    stateReasons: group.keywords('printer-state-reasons'),
    stateMessage: group.text('printer-state-message'),
    accepting: group.boolean('printer-is-accepting-jobs') ?? true,
    documentFormats: group.keywords('document-format-supported'),
    media: group.keywords('media-supported'),
    mediaReady: group.keywords('media-ready'),
    mediaSizes: readMediaSizes(group),
    sides: group.keywords('sides-supported'),
    pwg: {
      resolutions: group.resolutions('pwg-raster-document-resolution-supported'),
      types: group.keywords('pwg-raster-document-type-supported'),
      sheetBack: group.keyword('pwg-raster-document-sheet-back') ?? '',
    },
    operations: group.integers('operations-supported'),
    scalings: group.keywords('print-scaling-supported'),
    cupsVersion: group.text('cups-version'),
    deviceUri: group.uri('device-uri'),
    printerType: group.integer('printer-type'),
    errorPolicy: group.keyword('printer-error-policy'),
    memberUris: group.uris('member-uris'),
  });
  return read.success ? ok(read.data) : err('malformed');
}

function readMediaSizes(group: AttributeReader): MediaSize[] {
  const found = new Map<string, MediaSize>();
  const add = (size: AttributeReader | undefined, name: string | null): void => {
    const read = mediaSize.safeParse({
      name,
      widthHundredths: size?.integer('x-dimension'),
      heightHundredths: size?.integer('y-dimension'),
    });
    // A range, or a size without a measure: not one that can be asked for.
    if (read.success) found.set(JSON.stringify(read.data), read.data);
  };
  for (const size of group.collections('media-size-supported')) add(size, null);
  for (const attribute of ['media-col-database', 'media-col-ready', 'media-col-default']) {
    for (const media of group.collections(attribute)) {
      add(media.collections('media-size')[0], media.keyword('media-size-name'));
    }
  }
  return [...found.values()];
}
