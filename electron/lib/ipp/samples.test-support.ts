import { decodeMessage } from './decode.ts';
/** Values on the wire, by their tags. */
import type { PrinterAttributes } from './printer-attributes.ts';
import type { AttributeGroup } from './syntax.ts';
import { field, replyOf, u32, wire } from './wire.test-support.ts';

export const integer = (name: string, value: number) => field(0x21, name, u32(value));
export const enumeration = (name: string, value: number) => field(0x23, name, u32(value));
export const boolean = (name: string, value: number) => field(0x22, name, wire(value));
export const text = (name: string, value: string) => field(0x41, name, value);
export const nameValue = (name: string, value: string) => field(0x42, name, value);
export const uri = (name: string, value: string) => field(0x45, name, value);
export const resolution = (name: string, dots: number, unit = 3) =>
  field(0x32, name, wire(u32(dots), u32(dots), unit));
/** A set of keywords; media types and names with another tag. */
export const keywords = (name: string, values: readonly string[], tag = 0x44) =>
  wire(...values.map((value, at) => field(tag, at === 0 ? name : '', value)));

/** A collection: each member with its values, which have no name. */
export const collection = (name: string, ...members: readonly (readonly [string, Uint8Array])[]) =>
  wire(
    field(0x34, name),
    ...members.map(([member, values]) => wire(field(0x4a, '', member), values)),
    field(0x37, ''),
  );

export const mediaSize = (name: string, width: number, height: number) =>
  collection(name, ['x-dimension', integer('', width)], ['y-dimension', integer('', height)]);

/** A card printer of no particular make. */
export const PRINTER: readonly Buffer[] = [
  nameValue('printer-name', 'card-1'),
  text('printer-info', 'Card printer at desk 1'),
  text('printer-make-and-model', 'Example Cards 3000'),
  enumeration('printer-state', 4),
  keywords('printer-state-reasons', ['cover-open-warning', 'media-low']),
  text('printer-state-message', 'Cover open'),
  boolean('printer-is-accepting-jobs', 0),
  keywords('document-format-supported', ['application/pdf', 'image/pwg-raster'], 0x49),
  keywords('media-supported', ['custom_cr80_53.98x85.6mm', 'iso_id-1_53.98x85.6mm']),
  keywords('media-ready', ['iso_id-1_53.98x85.6mm']),
  mediaSize('media-size-supported', 5398, 8560),
  collection(
    'media-col-database',
    ['media-size', mediaSize('', 5398, 8560)],
    ['media-size-name', keywords('', ['iso_id-1_53.98x85.6mm'])],
  ),
  collection(
    'media-col-default',
    ['media-size', mediaSize('', 5398, 8560)],
    ['media-size-name', keywords('', ['iso_id-1_53.98x85.6mm'])],
  ),
  keywords('sides-supported', ['one-sided', 'two-sided-long-edge']),
  resolution('pwg-raster-document-resolution-supported', 300),
  resolution('', 600),
  keywords('pwg-raster-document-type-supported', ['srgb_8', 'sgray_8']),
  keywords('pwg-raster-document-sheet-back', ['rotated']),
  enumeration('operations-supported', 2),
  enumeration('', 11),
  keywords('print-scaling-supported', ['auto', 'none']),
  text('cups-version', '2.4.10'),
  uri('device-uri', 'ipp://192.0.2.7/ipp/print'),
  enumeration('printer-type', 0x1044),
  nameValue('printer-error-policy', 'abort-job'),
  uri('member-uris', 'ipp://localhost/printers/card-2'),
];

export const JOB: readonly Buffer[] = [
  integer('job-id', 147),
  nameValue('job-name', 'b3f1'),
  enumeration('job-state', 5),
  keywords('job-state-reasons', ['job-printing']),
  integer('time-at-processing', 1_900_000_000),
  integer('job-impressions-completed', 1),
  integer('number-of-documents', 1),
  keywords('job-printer-state-reasons', ['none']),
  text('job-printer-state-message', 'Printing'),
];

/** The one group of a reply with these attributes. */
export function groupWith(tag: number, fields: readonly Uint8Array[]): AttributeGroup {
  const message = decodeMessage(replyOf(tag, ...fields));
  const group = message.ok ? message.value.groups[0] : undefined;
  if (group === undefined) throw new Error('no such reply');
  return group;
}

/** What is read of a printer that said no more of itself than its state. */
export const NOTHING_SAID: PrinterAttributes = {
  name: '',
  info: '',
  makeAndModel: '',
  state: 'idle',
  stateReasons: [],
  stateMessage: null,
  accepting: true,
  documentFormats: [],
  media: [],
  mediaReady: [],
  mediaSizes: [],
  sides: [],
  pwg: { resolutions: [], types: [], sheetBack: '' },
  operations: [],
  scalings: [],
  cupsVersion: null,
  deviceUri: null,
  printerType: null,
  errorPolicy: null,
  memberUris: [],
};
