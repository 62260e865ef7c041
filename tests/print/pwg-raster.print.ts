import { expect, test } from 'vitest';
import { goldenCards } from '../../build/cards/golden-cards.ts';
import { createCardDrawing, type FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { encodePwgRaster, type PwgRasterOptions } from '../../electron/lib/drawing/pwg-raster.ts';
import { sample } from '../support/sample.ts';
import { decodeByCups } from './pictures.ts';

const OPTIONS: PwgRasterOptions = {
  dotsPerInch: 300,
  colour: 'srgb_8',
  sides: 'two-sided-short-edge',
  sheetBack: 'normal',
  rotate: true,
  pageSizeName: 'iso_id-1_53.98x85.6mm',
};

/** Both faces of a card of each design, as dots. */
const cards = goldenCards().filter(({ script }) => script === 'arabic');

function facesOf({ faces, photo }: (typeof cards)[number]): readonly FacePixels[] {
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  return [faces.front, faces.back].map((face) => {
    const pixels = drawing.drawFacePixels(face, photo, OPTIONS.dotsPerInch);
    if (!pixels.ok) throw new Error(JSON.stringify(pixels.error));
    return pixels.value;
  });
}

/** A picture whose dot at x, y is that of the drawing at `from`. Alpha is 255 everywhere. */
function moved(
  drawn: FacePixels,
  [width, height]: readonly [number, number],
  from: (x: number, y: number) => readonly [number, number],
): FacePixels {
  const rgba = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = from(x, y);
      rgba.writeUInt32LE(drawn.rgba.readUInt32LE((fromY * drawn.width + fromX) * 4), (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

const size = ({ width, height }: FacePixels): readonly number[] => [width, height];

test.each(sample(cards, 0))('CUPS decodes the design $design to the dots that were drawn', async (card) => {
  const drawn = facesOf(card);
  const decoded = await decodeByCups(
    encodePwgRaster(drawn, { ...OPTIONS, rotate: false, sides: 'one-sided' }),
  );
  expect(decoded.map(size)).toEqual([
    [1011, 638],
    [1011, 638],
  ]);
  expect(decoded.map(({ rgba }, index) => rgba.equals(drawn[index]?.rgba ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
  ]);
});

test.each(sample(cards, 1))(
  'and, for upright media, turned to the left by a quarter: $design',
  async (card) => {
    const [front, back] = facesOf(card);
    if (front === undefined || back === undefined) throw new Error('two faces');
    const decoded = await decodeByCups(encodePwgRaster([front, back], OPTIONS));
    const turned = [front, back].map((face) =>
      moved(face, [face.height, face.width], (x, y) => [face.width - 1 - y, x]),
    );
    expect(decoded.map(size)).toEqual([
      [638, 1011],
      [638, 1011],
    ]);
    expect(decoded.map(({ rgba }, index) => rgba.equals(turned[index]?.rgba ?? Buffer.alloc(0)))).toEqual([
      true,
      true,
    ]);
    // One dot that differs is seen.
    turned[0]?.rgba.writeUInt8((turned[0].rgba[4000] ?? 0) ^ 1, 4000);
    expect(decoded[0]?.rgba.equals(turned[0]?.rgba ?? Buffer.alloc(0))).toBe(false);
  },
);

test('a grey back, mirrored for a printer that flips, is decoded as it was meant', async () => {
  const [card] = cards;
  if (card === undefined) throw new Error('no card');
  const [front, back] = facesOf(card);
  if (front === undefined || back === undefined) throw new Error('two faces');
  const [, decoded] = await decodeByCups(
    encodePwgRaster([front, back], { ...OPTIONS, colour: 'sgray_8', sheetBack: 'flipped' }),
  );
  // Turned to the left, then mirrored across the feed: the sheet is tumbled.
  const expected = moved(back, [back.height, back.width], (x, y) => [
    back.width - 1 - y,
    back.height - 1 - x,
  ]);
  expect(decoded === undefined ? [] : size(decoded)).toEqual([638, 1011]);
  // CUPS states a gamma for grey, and whoever takes the picture out of the PDF applies it: every shade of ours must come
  // back as one shade, in the same order.
  const shades = new Map<number, Set<number>>();
  for (let at = 0; at < expected.rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = expected.rgba.subarray(at, at + 3);
    const grey = Math.round((299 * red + 587 * green + 114 * blue) / 1000);
    shades.set(grey, (shades.get(grey) ?? new Set()).add(decoded?.rgba[at] ?? -1));
  }
  const inOrder = [...shades].sort(([one], [other]) => one - other).map(([, decodedAs]) => [...decodedAs]);
  expect(inOrder.every((each) => each.length === 1)).toBe(true);
  expect(inOrder.flat()).toEqual(inOrder.flat().toSorted((one, other) => one - other));
  // Its white is that of paper in daylight, 250 of 255.
  expect(inOrder.at(0)).toEqual([0]);
  expect(inOrder.at(-1)?.[0]).toBeGreaterThanOrEqual(250);
  expect(inOrder.length).toBeGreaterThan(50);
});
