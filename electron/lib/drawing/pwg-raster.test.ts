import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { createCardDrawing, type FacePixels } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { drawnPhoto } from './photo.test-support.ts';
import { fitsPageSizeName } from './pwg-header.ts';
import { type ReadPage, readPwgRaster } from './pwg-raster.test-support.ts';
import { encodePwgRaster, type PwgRasterOptions, type SheetBack } from './pwg-raster.ts';

const OPTIONS: PwgRasterOptions = {
  dotsPerInch: 300,
  colour: 'srgb_8',
  sides: 'two-sided-short-edge',
  sheetBack: 'normal',
  rotate: true,
  pageSizeName: 'iso_id-1_53.98x85.6mm',
};

/** Three by two pixels, each of another colour: 1 2 3 over 4 5 6. */
const SMALL: FacePixels = {
  width: 3,
  height: 2,
  rgba: Buffer.from([1, 2, 3, 4, 5, 6].flatMap((value) => [value, value * 10, value * 40, 255])),
};

function redsOf(page: ReadPage | undefined): readonly (readonly number[])[] {
  if (page === undefined) throw new Error('no page');
  return Array.from({ length: page.height }, (_, row) =>
    Array.from({ length: page.width }, (__, column) => page.pixels[(row * page.width + column) * 3] ?? -1),
  );
}

const encoded = (changes: Partial<PwgRasterOptions>): readonly ReadPage[] =>
  readPwgRaster(encodePwgRaster([SMALL, SMALL], { ...OPTIONS, ...changes }));

test('a header says what PWG 5102.4 asks for', () => {
  const wide: FacePixels = { width: 1011, height: 638, rgba: Buffer.alloc(1011 * 638 * 4, 255) };
  const [page] = readPwgRaster(encodePwgRaster([wide, wide], OPTIONS));
  if (page === undefined) throw new Error('no page');
  expect(page.text(0)).toBe('PwgRaster');
  expect(page.text(1732)).toBe('iso_id-1_53.98x85.6mm');
  const fields: readonly (readonly [string, number, number])[] = [
    ['Duplex', 272, 1],
    ['HWResolution across', 276, 300],
    ['HWResolution along', 280, 300],
    ['NumCopies', 340, 1],
    ['PageSize across', 352, 153],
    ['PageSize along', 356, 243],
    ['Tumble', 368, 1],
    ['Width', 372, 638],
    ['Height', 376, 1011],
    ['BitsPerColor', 384, 8],
    ['BitsPerPixel', 388, 24],
    ['BytesPerLine', 392, 1914],
    ['ColorOrder, chunky', 396, 0],
    ['ColorSpace, sRGB', 400, 19],
    ['NumColors', 420, 3],
    ['TotalPageCount', 452, 2],
    ['CrossFeedTransform', 456, 1],
    ['FeedTransform', 460, 1],
    ['ImageBoxLeft', 464, 0],
    ['ImageBoxTop', 468, 0],
    ['ImageBoxRight', 472, 638],
    ['ImageBoxBottom', 476, 1011],
    ['AlternatePrimary', 480, 0xffffff],
    ['PrintQuality', 484, 5],
  ];
  for (const [name, at, value] of fields) expect(page.number(at), name).toBe(value);
});

describe('a card on media that are fed upright', () => {
  test('is turned to the left, and its back the same way where the sheet is turned about its short edge', () => {
    const [front, back] = encoded({}).map(redsOf);
    expect(front).toEqual([
      [3, 6],
      [2, 5],
      [1, 4],
    ]);
    expect(back).toEqual(front);
  });

  test('has its back on its head where the sheet is turned about its long edge', () => {
    const [front, back] = encoded({ sides: 'two-sided-long-edge' }).map(redsOf);
    expect(front?.[0]).toEqual([3, 6]);
    expect(back).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
  });
});

test('a card on media that lie as it lies is not turned, and its back only if the sheet is tumbled', () => {
  const lying = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const standing = [
    [6, 5, 4],
    [3, 2, 1],
  ];
  expect(encoded({ rotate: false, sides: 'two-sided-long-edge' }).map(redsOf)).toEqual([lying, lying]);
  expect(encoded({ rotate: false }).map(redsOf)).toEqual([lying, standing]);
});

/** By PWG 5102.4, table 10: what the header of a back says, tumbled and not. */
const TRANSFORMS: readonly (readonly [SheetBack, readonly number[], readonly number[]])[] = [
  ['normal', [1, 1], [1, 1]],
  ['flipped', [-1, 1], [1, -1]],
  ['manual-tumble', [-1, -1], [1, 1]],
  ['rotated', [1, 1], [-1, -1]],
];

test.each(TRANSFORMS)('a back for a printer that says %s', (sheetBack, tumbled, straight) => {
  const cases = [
    ['two-sided-short-edge', tumbled],
    ['two-sided-long-edge', straight],
  ] as const;
  for (const [sides, expected] of cases) {
    const [, plain] = encoded({ sides }).map(redsOf);
    const [front, back] = encoded({ sides, sheetBack });
    expect([front?.number(456), front?.number(460)]).toEqual([1, 1]);
    expect([back?.number(456), back?.number(460)]).toEqual(expected);
    // What the header says is what was done to the pixels.
    const [across, along] = expected;
    const rows = along === -1 ? plain?.toReversed() : plain;
    expect(redsOf(back)).toEqual(across === -1 ? rows?.map((row) => row.toReversed()) : rows);
  }
});

test('with one side there is no back', () => {
  const [one, other] = encoded({ sides: 'one-sided', sheetBack: 'flipped' });
  expect(redsOf(other)).toEqual(redsOf(one));
  expect([other?.number(272), other?.number(368), other?.number(460)]).toEqual([0, 0, 1]);
});

test('grey is one byte a pixel, white stays white and black stays black', () => {
  const rgba = Buffer.from([0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255]);
  const [page] = readPwgRaster(
    encodePwgRaster([{ width: 3, height: 1, rgba }], { ...OPTIONS, colour: 'sgray_8', rotate: false }),
  );
  expect([page?.number(388), page?.number(392), page?.number(400), page?.number(420)]).toEqual([8, 3, 18, 1]);
  expect([...(page?.pixels ?? [])]).toEqual([0, 255, 76]);
});

test('any page comes back pixel by pixel', () => {
  const page = fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 6 }))
    .chain(([width, height]) =>
      // Few colours, so that there are runs, and many, so that there are none; lines repeat.
      fc.tuple(
        fc.constant(width),
        fc.constant(height),
        fc.array(fc.constantFrom(0, 1, 255), { minLength: 1, maxLength: 400 }),
      ),
    );
  fc.assert(
    fc.property(page, fc.constantFrom('srgb_8', 'sgray_8'), ([width, height, values], colour) => {
      const grey = Array.from({ length: width * height }, (_, index) => values[index % values.length] ?? 0);
      const rgba = Buffer.from(grey.flatMap((value) => [value, value, value, 255]));
      const [read] = readPwgRaster(
        encodePwgRaster([{ width, height, rgba }], { ...OPTIONS, colour, rotate: false }),
      );
      const channels = colour === 'srgb_8' ? 3 : 1;
      expect([...(read?.pixels ?? [])]).toEqual(grey.flatMap((value) => Array(channels).fill(value)));
    }),
  );
});

test('a page of one colour needs a few bytes for 256 lines', () => {
  const rgba = Buffer.alloc(1011 * 600 * 4, 255);
  const stream = encodePwgRaster([{ width: 1011, height: 600, rgba }], { ...OPTIONS, rotate: false });
  expect(stream.length).toBe(4 + 1796 + 3 * (1 + 8 * 4));
  expect(readPwgRaster(stream)[0]?.pixels.every((byte) => byte === 255)).toBe(true);
});

test('a drawn card comes back pixel by pixel, in a fifth of its size', () => {
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const faces = describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME);
  const pages = [faces.front, faces.back].map((face) => {
    const pixels = drawing.drawFacePixels(face, drawnPhoto(), 300);
    if (!pixels.ok) throw new Error(JSON.stringify(pixels.error));
    return pixels.value;
  });
  const stream = encodePwgRaster(pages, { ...OPTIONS, rotate: false, sides: 'two-sided-long-edge' });
  expect(stream.length).toBeLessThan((pages.length * 1011 * 638 * 3) / 4);
  for (const [index, { rgba }] of pages.entries()) {
    const colours = rgba.filter((_, at) => at % 4 !== 3);
    expect(readPwgRaster(stream)[index]?.pixels.equals(colours)).toBe(true);
  }
});

test.each([
  ['as long as it may be', 'x'.repeat(63), true],
  ['one byte longer', 'x'.repeat(64), false],
  ['in other letters', 'karte_süd_54x86mm', false],
  ['with a line in it', 'om_card\n54x86mm', false],
])('a name %s is written whole, or it is a bug', (_what, pageSizeName, fits) => {
  expect(fitsPageSizeName(pageSizeName)).toBe(fits);
  const header = () => encoded({ pageSizeName })[0]?.text(1732);
  if (fits) expect(header()).toBe(pageSizeName);
  else expect(header).toThrow('does not fit');
});
