import { describe, expect, it } from 'vitest';
import { AttributeReader } from './attribute-values.ts';
import { readPrinter } from './printer-attributes.ts';
import {
  boolean,
  collection,
  enumeration,
  groupWith,
  integer,
  keywords,
  mediaSize,
  NOTHING_SAID,
  PRINTER,
  resolution,
  text,
  uri,
} from './samples.test-support.ts';
import { field, u32, wire } from './wire.test-support.ts';

function read(...fields: readonly Uint8Array[]) {
  return readPrinter(new AttributeReader(groupWith(4, fields).attributes));
}

/** What is read of a printer that says its state and these attributes. */
function readOk(...fields: readonly Uint8Array[]) {
  const printer = read(enumeration('printer-state', 3), ...fields);
  if (!printer.ok) throw new Error(printer.error);
  return printer.value;
}

describe('what a printer says of itself', () => {
  it('is read whole', () => {
    expect(read(...PRINTER)).toEqual({
      ok: true,
      value: {
        name: 'card-1',
        info: 'Card printer at desk 1',
        makeAndModel: 'Example Cards 3000',
        state: 'processing',
        stateReasons: ['cover-open-warning', 'media-low'],
        stateMessage: 'Cover open',
        accepting: false,
        documentFormats: ['application/pdf', 'image/pwg-raster'],
        media: ['custom_cr80_53.98x85.6mm', 'iso_id-1_53.98x85.6mm'],
        mediaReady: ['iso_id-1_53.98x85.6mm'],
        mediaSizes: [
          { name: null, widthHundredths: 5398, heightHundredths: 8560 },
          { name: 'iso_id-1_53.98x85.6mm', widthHundredths: 5398, heightHundredths: 8560 },
        ],
        sides: ['one-sided', 'two-sided-long-edge'],
        pwg: {
          resolutions: [
            { x: 300, y: 300, unit: 'dpi' },
            { x: 600, y: 600, unit: 'dpi' },
          ],
          types: ['srgb_8', 'sgray_8'],
          sheetBack: 'rotated',
        },
        operations: [2, 11],
        scalings: ['auto', 'none'],
        cupsVersion: '2.4.10',
        deviceUri: 'ipp://192.0.2.7/ipp/print',
        printerType: 0x1044,
        errorPolicy: 'abort-job',
        memberUris: ['ipp://localhost/printers/card-2'],
      },
    });
  });

  it('may be no more than its state', () => {
    expect(readOk()).toEqual(NOTHING_SAID);
  });

  it('may be out-of-band values only', () => {
    const names = ['printer-name', 'media-ready', 'device-uri', 'printer-type', 'media-col-ready'];
    expect(readOk(...names.map((name, at) => field(at % 2 === 0 ? 0x12 : 0x13, name)))).toEqual(NOTHING_SAID);
  });

  it('may be in wrong syntaxes', () => {
    expect(
      readOk(
        integer('printer-name', 7),
        text('printer-type', '3'),
        text('printer-is-accepting-jobs', 'no'),
        keywords('pwg-raster-document-resolution-supported', ['300dpi']),
        integer('media-col-ready', 1),
      ),
    ).toEqual(NOTHING_SAID);
  });

  it.each<[string, Buffer]>([
    ['none', text('printer-name', 'x')],
    ['an unknown one', enumeration('printer-state', 6)],
    ['two', wire(enumeration('printer-state', 3), enumeration('', 5))],
    ['two, in two attributes', wire(enumeration('printer-state', 3), enumeration('printer-state', 5))],
    ['"no value"', field(0x13, 'printer-state')],
    ['a word', keywords('printer-state', ['idle'])],
  ])('is nothing with a state that is %s', (_what, state) => {
    expect(read(state)).toEqual({ ok: false, error: 'malformed' });
  });

  it('leaves out sizes that are ranges or no sizes', () => {
    const range = field(0x33, '', wire(u32(1000), u32(9000)));
    expect(
      readOk(
        collection('media-size-supported', ['x-dimension', range], ['y-dimension', range]),
        collection('', ['x-dimension', integer('', 5398)]),
        collection('', ['x-dimension', integer('', 0)], ['y-dimension', integer('', 8560)]),
        mediaSize('', 5398, 8560),
        collection('media-col-database', ['media-type', keywords('', ['cardstock'])]),
      ).mediaSizes,
    ).toEqual([{ name: null, widthHundredths: 5398, heightHundredths: 8560 }]);
  });

  it('can be shown among our own words', () => {
    const shown = readOk(
      text('printer-info', `a\u0007b\u202ec\n${'x'.repeat(5000)}`),
      keywords('media-ready', ['good', 'bad\u001b[31m', 'x'.repeat(300)]),
    );
    expect(shown.info).toBe(`a b c ${'x'.repeat(1017)}`);
    expect(shown.mediaReady).toEqual(['good']);
  });

  it.each(
    [0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069].map((code) => [
      code.toString(16),
      String.fromCodePoint(code),
    ]),
  )('cannot move the words around it with U+%s', (_code, mark) => {
    const shown = readOk(
      text('printer-info', `a${mark}b`),
      keywords('media-ready', [`a${mark}b`, 'good']),
      uri('device-uri', `ipp://192.0.2.7/${mark}`),
    );
    expect([shown.info, shown.mediaReady, shown.deviceUri]).toEqual(['a b', ['good'], null]);
  });

  it('is never cut in the middle of a character', () => {
    const words = (length: number) => `${'x'.repeat(length - 2)}😀`;
    expect(readOk(text('printer-info', words(1023))).info).toBe(words(1023));
    expect(readOk(text('printer-info', words(1024))).info).toBe('x'.repeat(1022));
    expect(readOk(text('printer-info', `${words(1023)}x`)).info).toBe(words(1023));
  });

  it('accepts jobs only if it says nothing or yes', () => {
    expect([0, 1].map((flag) => readOk(boolean('printer-is-accepting-jobs', flag)).accepting)).toEqual([
      false,
      true,
    ]);
  });

  it('measures dots in inches or in centimetres, and in nothing else', () => {
    expect(
      readOk(resolution('pwg-raster-document-resolution-supported', 118, 4), resolution('', 300, 5)).pwg
        .resolutions,
    ).toEqual([{ x: 118, y: 118, unit: 'dpcm' }]);
  });
});
