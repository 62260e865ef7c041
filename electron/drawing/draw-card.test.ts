import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { CardData } from '../../shared/card/card-data.ts';
import { describeFaces, type Faces } from '../../shared/card/faces.ts';
import { SAMPLE_CARD, SAMPLE_PROGRAMME } from '../../shared/card/sample-card.ts';
import { createCardDrawing, type FacePixels } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';

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

test('300 dots per inch are 1011 × 638 opaque pixels', () => {
  const png = contentOf(drawing.drawFacePng(facesOf().front, null, 300));
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
  expect(drawing.drawFacePng(front, Buffer.from('not a picture'), 150)).toEqual({
    ok: false,
    error: { kind: 'photo-unreadable' },
  });
  expect(drawing.drawFacePng(front, plainPhoto('#c03020').subarray(0, 40), 150).ok).toBe(false);
});

test('a character without a bundled font is refused by name and field, in every form of output', () => {
  const faces = facesOf({ name: 'Ana ანა' });
  const refusal = {
    ok: false,
    error: { kind: 'uncovered', field: 'name', character: 'ა', codePoint: 0x10d0 },
  };
  expect(drawing.drawFacePng(faces.front, null, 150)).toEqual(refusal);
  expect(drawing.drawFacePixels(faces.front, null, 150)).toEqual(refusal);
  expect(drawing.drawCardPdf(faces, null)).toEqual(refusal);
});

test('long issuers wrap inside the band and stay in its middle', () => {
  const programme = { ...SAMPLE_PROGRAMME, issuer: 'City and County of San Bartolomé', accent: '#E3B23C' };
  const { front } = describeFaces(SAMPLE_CARD, programme);
  const dark = contentOf(drawing.drawFacePixels(front, null, 300));
  const [left] = inkExtent(dark, 3, 8.2, 5);
  expect(left).toBeGreaterThan(5.9);
  expect(inkExtent(dark, 2.2, 2.9, 5)[0]).toBe(Number.POSITIVE_INFINITY);
  expect(inkExtent(dark, 8.4, 10.7, 5)[0]).toBe(Number.POSITIVE_INFINITY);
});

test('what does not fit is refused by field', () => {
  expect(drawing.drawFacePng(facesOf({ name: 'Maximilian '.repeat(20) }).front, null, 150)).toEqual({
    ok: false,
    error: { kind: 'does-not-fit', field: 'name' },
  });
  expect(drawing.drawFacePng(facesOf({ libraryNumber: '9'.repeat(80) }).back, null, 150)).toEqual({
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
  expect(drawing.drawFacePng(facesOf({ name }).front, null, 150).ok).toBe(true);
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

test('modules of the code are whole dots: no grey inside it', () => {
  const { back } = facesOf();
  const [code] = back.items.flatMap((item) => (item.kind === 'code' ? [item] : []));
  if (code === undefined) throw new Error('no code');
  const pixels = contentOf(drawing.drawFacePixels(back, null, 300));
  const greys = new Set<number | undefined>();
  for (let yMm = code.yMm + 0.2; yMm < code.yMm + code.sizeMm; yMm += 0.0847) {
    for (let xMm = code.xMm + 0.2; xMm < code.xMm + code.sizeMm; xMm += 0.0847) {
      greys.add(pixelAt(pixels, xMm, yMm)[0]);
    }
  }
  expect([...greys].sort()).toEqual([0, 255]);
});

test('it can be used again after it has forgotten', () => {
  const before = contentOf(drawing.drawFacePng(facesOf().front, plainPhoto('#c03020'), 150));
  drawing.forget();
  expect(contentOf(drawing.drawFacePng(facesOf().front, plainPhoto('#c03020'), 150)).equals(before)).toBe(
    true,
  );
});
