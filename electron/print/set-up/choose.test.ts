import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printFormat } from '../../../shared/contract/printing/printer.ts';
import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';
import { NOTHING_SAID } from '../../lib/ipp/samples.test-support.ts';
import {
  chooseCardSides,
  chooseFormat,
  chooseMedia,
  chooseScaling,
  chooseSides,
  whatItTells,
} from './choose.ts';

const SAYS: PrinterAttributes = {
  ...NOTHING_SAID,
  name: 'card',
  pwg: { resolutions: [], types: [], sheetBack: 'normal' },
};
const A4 = { name: 'iso_a4_210x297mm', widthHundredths: 21000, heightHundredths: 29700 };
const dots = (...each: number[]): PrinterAttributes['pwg']['resolutions'] =>
  each.map((x) => ({ x, y: x, unit: 'dpi' }));

describe('the size of a card', () => {
  it.each([
    ['by its PWG name', ['iso_id-1_53.98x85.6mm'], 5398, 8560],
    ['by a name of the printer', ['custom_cr80_53.98x85.6mm'], 5398, 8560],
    ['lying', ['om_card_85.6x53.98mm'], 8560, 5398],
    ['rounded as CUPS does', ['om_card_54x86mm'], 5400, 8600],
    ['in inches', ['na_cr80_2.125x3.375in'], 5398, 8573],
  ])('is found %s', (_how, media, widthHundredths, heightHundredths) => {
    expect(chooseMedia({ ...SAYS, media: [A4.name, ...media] }, 'card')).toEqual({
      name: media[0],
      widthHundredths,
      heightHundredths,
    });
  });

  it('is found by its measures alone, under the name that belongs to them', () => {
    const measured = { name: null, widthHundredths: 5398, heightHundredths: 8560 };
    const named = chooseMedia({ ...SAYS, media: ['x_id_53.98x85.6mm'], mediaSizes: [A4, measured] }, 'card');
    expect(named?.name).toBe('x_id_53.98x85.6mm');
    const loaded = { ...measured, name: 'om_card_54x86mm' };
    expect(chooseMedia({ ...SAYS, mediaSizes: [measured, loaded] }, 'card')).toEqual(loaded);
    expect(chooseMedia({ ...SAYS, mediaSizes: [measured] }, 'card')).toEqual({
      ...measured,
      name: 'custom_card_53.98x85.6mm',
    });
  });

  it('is what is loaded, where there are two', () => {
    const media = ['a_card_53.98x85.6mm', 'b_card_54x86mm'];
    expect(chooseMedia({ ...SAYS, media }, 'card')?.name).toBe('a_card_53.98x85.6mm');
    expect(chooseMedia({ ...SAYS, media, mediaReady: ['b_card_54x86mm'] }, 'card')?.name).toBe(
      'b_card_54x86mm',
    );
  });

  it.each([
    ['nothing', []],
    ['sheets only', [A4.name, 'na_index-3x5_3x5in']],
    ['a card of another kind', ['om_business_55x91mm']],
    ['names that are none', ['choice_iso_a4', '_x_mm', 'a_1e9x2mm', '']],
  ])('is missing where there is %s', (_what, media) => {
    expect(chooseMedia({ ...SAYS, media }, 'card')).toBeNull();
  });
});

describe('the size of a paper', () => {
  const letter = 'na_letter_8.5x11in';
  const chosen = (change: Partial<PrinterAttributes>) => chooseMedia({ ...SAYS, ...change }, 'ordinary');

  it.each([
    ['A4', A4.name, A4.widthHundredths, A4.heightHundredths],
    ['Letter', letter, 21_590, 27_940],
    ['A4 rounded', 'om_a4_210.01x297.01mm', 21_001, 29_701],
  ])('is %s where the printer offers it', (_what, name, widthHundredths, heightHundredths) => {
    const media = ['na_legal_8.5x14in', 'iso_id-1_53.98x85.6mm', name];
    expect(chosen({ media })).toEqual({ name, widthHundredths, heightHundredths });
  });

  it('is what is loaded, where there are both', () => {
    const media = [A4.name, letter];
    expect(chosen({ media, mediaReady: [letter] })?.name).toBe(letter);
    expect(chosen({ media, mediaReady: [A4.name] })?.name).toBe(A4.name);
  });

  it.each([
    ['nothing', []],
    ['cards only', ['iso_id-1_53.98x85.6mm']],
    ['other sheets', ['na_legal_8.5x14in', 'iso_a5_148x210mm', 'custom_lying_297x210mm']],
  ])('is missing where there is %s', (_what, media) => {
    expect(chosen({ media })).toBeNull();
  });
});

it('a paper is printed on one side, whatever the printer says, and in no finer dots than fit into memory', () => {
  expect(chooseSides(SAYS, 'ordinary')).toBe('one-sided');
  expect(chooseSides(SAYS, 'card')).toBeNull();
  const said = {
    ...SAYS,
    documentFormats: ['image/pwg-raster'],
    pwg: { resolutions: dots(600, 1200), types: ['sgray_8'], sheetBack: 'normal' },
  };
  expect(chooseFormat(said, 'ordinary')).toMatchObject({ dotsPerInch: 600 });
  const finest = { ...said, pwg: { ...said.pwg, resolutions: dots(1200) } };
  expect(chooseFormat(finest, 'ordinary')).toBeNull();
  expect(chooseFormat(finest, 'card')).toMatchObject({ dotsPerInch: 1200 });
});

it('both faces are printed as a card is turned over, else the other way round, else not at all', () => {
  const able = (media: string, ...sides: string[]): unknown =>
    chooseCardSides({ ...SAYS, media: [media], sides });
  const [upright, lying] = ['a_card_53.98x85.6mm', 'b_card_85.6x53.98mm'];
  const both = ['one-sided', 'two-sided-short-edge', 'two-sided-long-edge'];
  expect(able(upright, ...both)).toBe('two-sided-short-edge');
  expect(able(lying, ...both)).toBe('two-sided-long-edge');
  expect(able(upright, 'two-sided-long-edge')).toBe('two-sided-long-edge');
  expect(able(lying, 'two-sided-short-edge')).toBe('two-sided-short-edge');
  expect(able(upright, 'one-sided')).toBeNull();
  expect(able(lying)).toBeNull();
});

describe('the format', () => {
  const raster = ['application/octet-stream', 'image/pwg-raster'];

  it('is PDF for a card where the printer takes nothing else, and for a paper where it takes it', () => {
    const pwg = { resolutions: dots(300), types: ['srgb_8'], sheetBack: 'normal' };
    const both = { ...SAYS, documentFormats: [...raster, 'application/pdf'], pwg };
    expect(chooseFormat(both, 'card')).toMatchObject({ kind: 'pwg-raster' });
    expect(chooseFormat(both, 'ordinary')).toEqual({ kind: 'pdf' });
    expect(chooseFormat({ ...both, documentFormats: ['application/pdf'] }, 'card')).toEqual({ kind: 'pdf' });
    expect(chooseFormat({ ...both, documentFormats: raster }, 'ordinary')).toMatchObject({
      kind: 'pwg-raster',
    });
  });

  it.each([
    [[150, 300, 600], 300],
    [[600, 1200], 600],
    [[150, 203], 203],
    [[72, 150, 2400], 150],
  ])('is dots at %j where it takes no PDF', (resolutions, dotsPerInch) => {
    const pwg = { resolutions: dots(...resolutions), types: ['black_1', 'srgb_8'], sheetBack: 'rotated' };
    expect(chooseFormat({ ...SAYS, documentFormats: raster, pwg }, 'card')).toEqual({
      kind: 'pwg-raster',
      dotsPerInch,
      colour: 'srgb_8',
      sheetBack: 'rotated',
    });
  });

  it('has only such dots as the keeper takes, whatever a printer offers', () => {
    const some = fc.array(fc.oneof(fc.constantFrom(72, 99, 100, 1200, 1201, 2400), fc.integer()));
    fc.assert(
      fc.property(some, (resolutions) => {
        const pwg = { resolutions: dots(...resolutions), types: ['srgb_8'], sheetBack: 'normal' };
        const format = chooseFormat({ ...SAYS, documentFormats: raster, pwg }, 'card');
        if (format !== null) printFormat.parse(format);
        expect(format === null).toBe(!resolutions.some((each) => each >= 100 && each <= 1200));
      }),
    );
  });

  it('is grey where there is no colour, and none where nothing fits', () => {
    const grey = { resolutions: dots(300), types: ['sgray_8'], sheetBack: 'sideways' };
    expect(chooseFormat({ ...SAYS, documentFormats: raster, pwg: grey }, 'card')).toMatchObject({
      colour: 'sgray_8',
      sheetBack: 'normal',
    });
    expect(
      chooseFormat({ ...SAYS, documentFormats: raster, pwg: { ...grey, types: ['cmyk_8'] } }, 'card'),
    ).toBeNull();
    expect(
      chooseFormat({ ...SAYS, documentFormats: raster, pwg: { ...grey, resolutions: [] } }, 'card'),
    ).toBeNull();
    expect(chooseFormat({ ...SAYS, documentFormats: ['image/urf'] }, 'card')).toBeNull();
  });
});

it('only a printer tells of cards; a queue never does, whatever stands behind it', () => {
  expect(whatItTells(SAYS)).toBe('cards');
  for (const device of ['ipp://192.0.2.4/ipp/print', 'usb://Maker/Card', 'socket://192.0.2.4:9100', null]) {
    expect(whatItTells({ ...SAYS, cupsVersion: '2.4.10', deviceUri: device })).toBe('transfers');
  }
});

it('a page is left as it is where the printer can be told so', () => {
  expect(chooseScaling({ ...SAYS, scalings: ['auto', 'none'] })).toBe('none');
  expect(chooseScaling({ ...SAYS, scalings: ['auto'] })).toBeNull();
});
