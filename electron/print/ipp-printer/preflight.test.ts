import { describe, expect, it } from 'vitest';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { IppPrinter, PrintFormat } from '../../../shared/contract/printing/printer.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { NOTHING_SAID } from '../../lib/ipp/samples.test-support.ts';
import { chooseCardSides, chooseFormat, chooseMedia } from '../set-up/choose.ts';
import { refusedNow } from './preflight.ts';

const context = { printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' } };
const [NEAREST, LOADED] = ['a_card_53.98x85.6mm', 'b_card_54x86mm'];
const [PDF, DOTS] = ['application/pdf', 'image/pwg-raster'];
const sized = (widthHundredths: number, heightHundredths: number) => ({
  name: LOADED,
  widthHundredths,
  heightHundredths,
});

/** A printer with two names for a card, one of them loaded, that takes dots. */
const SAYS: PrinterAttributes = {
  ...NOTHING_SAID,
  documentFormats: [DOTS],
  media: [NEAREST, LOADED],
  mediaReady: [LOADED],
  sides: ['one-sided', 'two-sided-short-edge'],
  pwg: {
    resolutions: [300, 600].map((dots) => ({ x: dots, y: dots, unit: 'dpi' })),
    types: ['srgb_8', 'sgray_8'],
    sheetBack: 'rotated',
  },
};

/** What such a printer is kept as. */
function chosenOf(said: PrinterAttributes): IppPrinter {
  const [media, sides, format] = [
    chooseMedia(said, 'card'),
    chooseCardSides(said),
    chooseFormat(said, 'card'),
  ];
  if (media === null || sides === null || format === null) throw new Error('nothing to choose');
  return { ...CARD_PRINTER, format, media, sides };
}

const PRINTER = chosenOf(SAYS);

/** What speaks against a card on that printer once it says this. */
const refused = (change: Partial<PrinterAttributes>, printer = PRINTER) =>
  refusedNow(printer, { ...SAYS, ...change }, context)?.kind ?? null;

describe('a printer is sent a card', () => {
  it('when it says what it said when it was chosen', () => {
    expect(PRINTER.media.name).toBe(LOADED);
    expect(refused({})).toBeNull();
  });

  it('when its feeder has run empty: it names the chosen size all the same', () => {
    expect(refused({ mediaReady: [] })).toBeNull();
    expect(refused({ mediaReady: [NEAREST] })).toBeNull();
  });

  it('when it has a name now for a size that had none', () => {
    const unnamed = {
      ...SAYS,
      media: [],
      mediaReady: [],
      mediaSizes: [{ ...sized(5398, 8560), name: null }],
    };
    const printer = chosenOf(unnamed);
    expect(printer.media.name).toBe('custom_card_53.98x85.6mm');
    const named = [...unnamed.mediaSizes, { ...sized(5398, 8560), name: 'oem_cr80' }];
    expect(refused({ ...unnamed, mediaSizes: named }, printer)).toBeNull();
    expect(refused({ ...unnamed, mediaSizes: [{ ...sized(5400, 8600), name: 'oem_cr80' }] }, printer)).toBe(
      'no-card-size',
    );
  });

  it('when it can do more than it could', () => {
    const { pwg, sides, documentFormats } = SAYS;
    const resolutions = [{ x: 305, y: 305, unit: 'dpi' } as const, ...pwg.resolutions];
    expect(refused({ pwg: { ...pwg, resolutions } })).toBeNull();
    expect(refused({ documentFormats: [...documentFormats, PDF] })).toBeNull();
    expect(refused({ sides: ['two-sided-long-edge', ...sides] })).toBeNull();
  });
});

describe('a printer is sent no card', () => {
  it.each<[string, Partial<PrinterAttributes>]>([
    ['has no card by the chosen name any more', { media: [NEAREST], mediaReady: [NEAREST] }],
    ['has sheets by that name', { media: [], mediaReady: [], mediaSizes: [sized(21_000, 29_700)] }],
  ])('when it %s', (_what, change) => {
    expect(refused(change)).toBe('no-card-size');
  });

  it.each<[string, Partial<PrinterAttributes>]>([
    ['takes it lying by the same name', { media: [], mediaReady: [], mediaSizes: [sized(8600, 5400)] }],
    ['turns it over the other edge', { sides: ['one-sided', 'two-sided-long-edge'] }],
    ['has other dots', { pwg: { ...SAYS.pwg, resolutions: [{ x: 600, y: 600, unit: 'dpi' }] } }],
    ['has other colours', { pwg: { ...SAYS.pwg, types: ['sgray_8'] } }],
    ['wants the back otherwise', { pwg: { ...SAYS.pwg, sheetBack: 'flipped' } }],
  ])('when it %s: the card would be drawn wrong for it', (_what, change) => {
    expect(refused(change)).toBe('changed');
  });

  it.each<PrintFormat['kind']>(['pdf', 'pwg-raster'])('as %s when it does not take that any more', (kind) => {
    const [type, other] = kind === 'pdf' ? [PDF, DOTS] : [DOTS, PDF];
    const printer = chosenOf({ ...SAYS, documentFormats: [type] });
    expect(printer.format.kind).toBe(kind);
    expect(refused({ documentFormats: [other] }, printer)).toBe('changed');
  });

  it('when it prints one side only, takes no jobs, or has a spool behind its address', () => {
    expect(refused({ sides: ['one-sided'] })).toBe('no-duplex');
    expect(refused({ accepting: false })).toBe('rejecting');
    expect(refused({ cupsVersion: '2.4.10' })).toBe('spool');
  });
});

describe('a printer is sent a paper', () => {
  const LETTER = 'na_letter_8.5x11in';
  const ordinary = { ...ORDINARY_PRINTER, format: PRINTER.format };
  const paperRefused = (change: Partial<PrinterAttributes>) =>
    refusedNow(ordinary, { ...SAYS, media: [LETTER], sides: [], ...change }, context)?.kind ?? null;

  it('when it offers that paper still, whatever it says of sides and cards', () => {
    expect(paperRefused({})).toBeNull();
    expect(paperRefused({ sides: ['two-sided-long-edge'] })).toBeNull();
  });

  it('and not when the paper, its format or its readiness is gone', () => {
    expect(paperRefused({ media: ['iso_a4_210x297mm'] })).toBe('no-paper-size');
    expect(paperRefused({ documentFormats: ['image/urf'] })).toBe('changed');
    expect(paperRefused({ accepting: false })).toBe('rejecting');
  });
});
