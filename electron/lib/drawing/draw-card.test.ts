import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { CardData } from '../../../shared/card/card-data.ts';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import { describeFaces, type Faces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { createCardDrawing, type FacePixels } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { readPng } from './read-png.test-support.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });

function facesOf(changes: Partial<CardData> = {}): Faces {
  return describeFaces({ ...SAMPLE_CARD, ...changes }, SAMPLE_PROGRAMME);
}

/** A photo of one colour, as the camera's JPEG. */
function plainPhoto(colour: string): Buffer {
  const canvas = createCanvas(480, 600);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 480, 600);
  return canvas.encodeSync('jpeg', 95);
}

function contentOf<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function pixelAt(pixels: FacePixels, xMm: number, yMm: number): readonly number[] {
  const dotsPerMm = pixels.width / 85.6;
  const at = (Math.floor(yMm * dotsPerMm) * pixels.width + Math.floor(xMm * dotsPerMm)) * 4;
  return [...pixels.rgba.subarray(at, at + 4)];
}

/** The first and last millimetre with black ink in a horizontal band. */
function inkExtent(pixels: FacePixels, fromYMm: number, toYMm: number, fromXMm: number): [number, number] {
  const dotsPerMm = pixels.width / 85.6;
  const columns: number[] = [];
  for (let y = Math.round(fromYMm * dotsPerMm); y < toYMm * dotsPerMm; y += 1) {
    for (let x = Math.round(fromXMm * dotsPerMm); x < pixels.width; x += 1) {
      if ((pixels.rgba[(y * pixels.width + x) * 4] ?? 255) < 40) columns.push(x / dotsPerMm);
    }
  }
  return [Math.min(...columns), Math.max(...columns)];
}

test('300 dots per inch are 1011 × 638 opaque pixels', async () => {
  const png = contentOf(await drawing.drawFacePng(facesOf().front, null, 300));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1011, 638]);
  const { rgba } = contentOf(drawing.drawFacePixels(facesOf().back, null, 300));
  expect(rgba.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
});

test('the photo is in its place, and another photo does not leave the first behind', () => {
  const { front } = facesOf();
  const centre = [19, 30] as const;
  const red = contentOf(drawing.drawFacePixels(front, plainPhoto('#c03020'), 150));
  expect(pixelAt(red, ...centre)[0]).toBeGreaterThan(180);
  const green = contentOf(drawing.drawFacePixels(front, plainPhoto('#207030'), 150));
  expect(pixelAt(green, ...centre)[0]).toBeLessThan(60);
  expect(
    pixelAt(green, 34, 30)
      .slice(0, 3)
      .every((channel) => channel > 200),
  ).toBe(true);
});

test('a photo that is no picture is an error, not an empty box', () => {
  const { front } = facesOf();
  expect(drawing.drawFacePixels(front, Buffer.from('not a picture'), 150)).toEqual({
    ok: false,
    error: { kind: 'photo-unreadable' },
  });
  expect(drawing.drawFacePixels(front, plainPhoto('#c03020').subarray(0, 40), 150).ok).toBe(false);
});

test('a character without a bundled font is refused by name and field, in every form of output', async () => {
  const faces = facesOf({ name: 'Ana ანა' });
  const refusal = {
    ok: false,
    error: { kind: 'uncovered', field: 'name', character: 'ა', codePoint: 0x10d0 },
  };
  expect(await drawing.drawFacePng(faces.front, null, 150)).toEqual(refusal);
  expect(drawing.drawFacePixels(faces.front, null, 150)).toEqual(refusal);
  expect(drawing.drawCardPdf(faces, null)).toEqual(refusal);
});

test('long issuers wrap inside the band and stay in its middle', () => {
  const programme = { ...SAMPLE_PROGRAMME, issuer: 'City and County of San Bartolomé', accent: '#E3B23C' };
  const { front } = describeFaces(SAMPLE_CARD, programme);
  const dark = contentOf(drawing.drawFacePixels(front, null, 300));
  // Right of the seal.
  const [left] = inkExtent(dark, 3, 8.2, 15);
  expect(left).toBeGreaterThan(15.9);
  expect(left).toBeLessThan(17);
  expect(inkExtent(dark, 1, 2.7, 15)[0]).toBe(Number.POSITIVE_INFINITY);
  expect(inkExtent(dark, 8.4, 10.6, 15)[0]).toBe(Number.POSITIVE_INFINITY);
});

test('what does not fit is refused by field', () => {
  expect(drawing.drawFacePixels(facesOf({ name: 'Maximilian '.repeat(20) }).front, null, 150)).toEqual({
    ok: false,
    error: { kind: 'does-not-fit', field: 'name' },
  });
  expect(drawing.drawFacePixels(facesOf({ libraryNumber: '9'.repeat(80) }).back, null, 150)).toEqual({
    ok: false,
    error: { kind: 'does-not-fit', field: 'libraryNumber' },
  });
});

test.each([
  'Sukarno',
  'Keihanaikukauakahihuliheekahaunaele',
  'Maria da Conceição Antunes de Albuquerque e Vasconcelos Pereira de Magalhães',
  'श्रीनिवास वेंकटराघवन',
  'عبد الرحمن بن محمد الفارسي',
])('the card can carry the name %s, with a chosen name below it', (name) => {
  expect(drawing.drawFacePixels(facesOf({ name }).front, null, 150).ok).toBe(true);
});

test('an Arabic name ends at the right margin, a Latin one begins at the column', () => {
  const at = (name: string) =>
    inkExtent(contentOf(drawing.drawFacePixels(facesOf({ name }).front, null, 300)), 13.7, 19, 35);
  const [, arabicRight] = at('محمد');
  expect(arabicRight).toBeGreaterThan(80.6);
  expect(arabicRight).toBeLessThan(82);
  const [latinLeft, latinRight] = at('Anna');
  expect(latinLeft).toBeGreaterThan(35.9);
  expect(latinLeft).toBeLessThan(36.8);
  expect(latinRight).toBeLessThan(60);
});

test('a number that does not scan is refused by field, and so is one too long for its bars', () => {
  const { back } = facesOf({ libraryNumber: '1998٣' });
  expect(drawing.drawFacePixels(back, null, 150)).toEqual({
    ok: false,
    error: { kind: 'uncovered', field: 'libraryNumber', character: '٣', codePoint: 0x663 },
  });
  expect(drawing.drawFacePixels(facesOf({ libraryNumber: '9'.repeat(24) }).back, null, 150)).toEqual({
    ok: false,
    error: { kind: 'does-not-fit', field: 'libraryNumber' },
  });
});

test('the preview is the print: a PNG holds exactly the pixels that a raster printer gets', async () => {
  const photo = plainPhoto('#c03020');
  for (const design of cardDesignNames) {
    const faces = describeFaces(SAMPLE_CARD, { ...SAMPLE_PROGRAMME, design });
    for (const face of [faces.front, faces.back]) {
      for (const dotsPerInch of [180, 300]) {
        const pixels = contentOf(drawing.drawFacePixels(face, photo, dotsPerInch));
        const seen = readPng(contentOf(await drawing.drawFacePng(face, photo, dotsPerInch)));
        expect([seen.width, seen.height]).toEqual([pixels.width, pixels.height]);
        expect(seen.rgba.equals(pixels.rgba)).toBe(true);
      }
    }
  }
});

test('bleed adds a margin of whole dots that colour fills, and leaves the card as it is', () => {
  const faces = facesOf();
  for (const face of [faces.front, faces.back]) {
    const card = contentOf(drawing.drawFacePixels(face, null, 300));
    const bled = contentOf(drawing.drawFacePixels(face, null, 300, { bleedMm: 3 }));
    // 3 mm are 35.4 dots.
    expect([bled.width, bled.height]).toEqual([card.width + 70, card.height + 70]);
    let most = 0;
    for (let at = 0; at < card.rgba.length; at += 1) {
      const row = Math.floor(at / (card.width * 4));
      const same = at + (row * 70 + 35 * bled.width + 35) * 4;
      most = Math.max(most, Math.abs((card.rgba[at] ?? 0) - (bled.rgba[same] ?? 0)));
    }
    // Of 255, and only on the edges of fine lines: their positions are rounded from another corner.
    expect(most).toBeLessThanOrEqual(4);
    expect(bled.rgba.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  }
  const bled = contentOf(drawing.drawFacePixels(faces.front, null, 300, { bleedMm: 3 }));
  // The band of the front goes to the edge of the sheet.
  expect([...bled.rgba.subarray(0, 3)]).toEqual([0x0b, 0x5e, 0x63]);
});

test('it can be used again after it has forgotten', () => {
  const before = contentOf(drawing.drawFacePixels(facesOf().front, plainPhoto('#c03020'), 150));
  drawing.forget();
  const after = contentOf(drawing.drawFacePixels(facesOf().front, plainPhoto('#c03020'), 150));
  expect(after.rgba.equals(before.rgba)).toBe(true);
});
