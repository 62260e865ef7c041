import { expect, test } from 'vitest';
import { goldenCards } from '../../build/cards/golden-cards.ts';
import { createCardDrawing, type FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import type { Faces } from '../../shared/card/faces.ts';
import { sample } from '../support/sample.ts';
import { shareDiffering } from './compare-pictures.ts';
import { renderByPoppler } from './pictures.ts';

const DOTS_PER_INCH = 300;

/** The share of pixels that may differ. This test finds 0.11 % at most; another name on the card makes 6 %. */
const PIXELS_TOLERANCE = 0.002;

const cards = goldenCards();

function draw(faces: Faces, photo: Uint8Array): { pdf: Buffer; pages: readonly FacePixels[] } {
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const pdf = drawing.drawCardPdf(faces, photo);
  const pages = [faces.front, faces.back].map((face) => {
    const pixels = drawing.drawFacePixels(face, photo, DOTS_PER_INCH);
    if (!pixels.ok) throw new Error(JSON.stringify(pixels.error));
    return pixels.value;
  });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  return { pdf: pdf.value, pages };
}

test.each(sample(cards, 0))(
  'the PDF of $design in $script shows what the preview shows',
  async ({ faces, photo }) => {
    const { pdf, pages } = draw(faces, photo);
    const rendered = await renderByPoppler(pdf, DOTS_PER_INCH);
    expect(rendered.length).toBe(2);
    for (const [index, page] of pages.entries()) {
      const other = rendered[index];
      if (other === undefined) throw new Error('a page is missing');
      // A renderer may round the page up to a whole dot.
      expect(Math.abs(other.width - page.width)).toBeLessThanOrEqual(1);
      expect(Math.abs(other.height - page.height)).toBeLessThanOrEqual(1);
      expect(shareDiffering(page, other)).toBeLessThan(PIXELS_TOLERANCE);
      expect(shareDiffering(other, page)).toBeLessThan(PIXELS_TOLERANCE);
    }
  },
);

test('a card of somebody else with the same face differs, so the comparison sees a name', async () => {
  const [first, second] = cards;
  if (first === undefined || second === undefined) throw new Error('two cards');
  const { pdf } = draw(first.faces, first.photo);
  const { pages } = draw(second.faces, first.photo);
  const [front] = await renderByPoppler(pdf, DOTS_PER_INCH);
  const [other] = pages;
  if (front === undefined || other === undefined) throw new Error('a page is missing');
  expect(shareDiffering(front, other)).toBeGreaterThan(5 * PIXELS_TOLERANCE);
});

test('for a printer that turns the card over its other edge, the back alone stands on its head', async () => {
  const [card] = cards;
  if (card === undefined) throw new Error('a card');
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const turned = drawing.drawCardPdf(card.faces, card.photo, { bleedMm: 0, backUpsideDown: true });
  if (!turned.ok) throw new Error(JSON.stringify(turned.error));
  const { pages } = draw(card.faces, card.photo);
  const rendered = await renderByPoppler(turned.value, DOTS_PER_INCH);
  const [front, back, isFront, isBack] = [...pages, ...rendered];
  if (front === undefined || back === undefined || isFront === undefined || isBack === undefined)
    throw new Error('a page is missing');
  expect(shareDiffering(front, isFront)).toBeLessThan(PIXELS_TOLERANCE);
  expect(shareDiffering(back, isBack)).toBeGreaterThan(5 * PIXELS_TOLERANCE);
  expect(shareDiffering(back, upsideDown(isBack))).toBeLessThan(5 * PIXELS_TOLERANCE);
});

/** The last pixel first. */
function upsideDown({ width, height, rgba }: FacePixels): FacePixels {
  const turned = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) rgba.copy(turned, rgba.length - 4 - at, at, at + 4);
  return { width, height, rgba: turned };
}
