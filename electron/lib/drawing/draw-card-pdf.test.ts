import { inflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { CardData } from '../../../shared/card/card-data.ts';
import { describeFaces, type Faces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { createCardDrawing } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });

function facesOf(changes: Partial<CardData> = {}): Faces {
  return describeFaces({ ...SAMPLE_CARD, ...changes }, SAMPLE_PROGRAMME);
}

function contentOf<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function fontsOf(pdf: Buffer): readonly string[] {
  return Array.from(
    pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/gu),
    ([, name = '']) => name,
  );
}

test('the PDF has two pages of card size, the same bytes every time, and no trace of when or who', () => {
  const photo = createCanvas(480, 600).encodeSync('jpeg', 95);
  const pdf = contentOf(drawing.drawCardPdf(facesOf(), photo));
  const text = pdf.toString('latin1');
  expect(text.match(/\/MediaBox \[[^\]]*\]/gu)).toEqual(Array(2).fill('/MediaBox [0 0 242.646 153.014]'));
  expect(text).not.toMatch(/CreationDate|ModDate|Author|Wilhelmina/u);
  expect(contentOf(drawing.drawCardPdf(facesOf(), photo)).equals(pdf)).toBe(true);
});

/** The height of the page that Skia drew on, and the scale and offset of its millimetres, from the first page stream. */
function placementIn(pdf: Buffer): { height: number; scale: number; offset: number; left: number } {
  for (const { index } of pdf.toString('latin1').matchAll(/(?<!end)stream\n/gu)) {
    try {
      const content = inflateSync(pdf.subarray(index + 7)).toString('latin1');
      const match = /^1 0 0 -1 0 (\S+) cm\nq\n(\S+) 0 0 \S+ (\S+) (\S+) cm/u.exec(content);
      if (match !== null)
        return {
          height: Number(match[1]),
          scale: Number(match[2]),
          left: Number(match[3]),
          offset: Number(match[4]),
        };
    } catch {
      // Not every stream is compressed text; the page is looked for among the others.
    }
  }
  throw new Error('no page');
}

test('the card fills its page exactly, from the lower left corner that PDF counts from', () => {
  const { height, scale, offset } = placementIn(contentOf(drawing.drawCardPdf(facesOf(), null)));
  expect(scale).toBeCloseTo(72 / 25.4, 5);
  expect(height - offset).toBeCloseTo(153.014, 3);
  expect(height - offset - 53.98 * scale).toBeCloseTo(0, 3);
});

test('with bleed, the pages are larger on every side, and the card begins where the bleed ends', () => {
  const pdf = contentOf(drawing.drawCardPdf(facesOf(), null, { bleedMm: 2, backUpsideDown: false }));
  const boxes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/gu);
  expect(boxes).toEqual(Array(2).fill('/MediaBox [0 0 253.984 164.353]'));
  const { height, scale, offset, left } = placementIn(pdf);
  const bleedPoints = (2 * 72) / 25.4;
  expect(left).toBeCloseTo(bleedPoints, 3);
  expect(height - offset).toBeCloseTo(164.353 - bleedPoints, 2);
  expect(height - offset - 53.98 * scale).toBeCloseTo(bleedPoints, 3);
});

test('names of all scripts are drawn with bundled fonts only', () => {
  const faces = facesOf({
    name: 'محمد Mohammed 王',
    chosenName: 'Александра Ωλ',
    gender: 'पुरुष',
    emergencyContact: { name: 'Nguyễn Thị Ánh', phone: '٠٥٥' },
  });
  const fonts = fontsOf(contentOf(drawing.drawCardPdf(faces, null)));
  const bundled = /^NotoSans(Arabic|Devanagari|SC)?-(Regular|Bold)$/u;
  expect(fonts.filter((name) => !bundled.test(name))).toEqual([]);
  for (const family of ['NotoSans-', 'NotoSansArabic-', 'NotoSansSC-']) {
    expect(
      fonts.some((name) => name.startsWith(family)),
      family,
    ).toBe(true);
  }
});
