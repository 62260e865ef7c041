import { describe, expect, it } from 'vitest';
import { encodeCode } from '../../../shared/card/codes/card-code.ts';
import { readCode128 } from '../../../shared/card/codes/code-128.test-support.ts';
import { readPdf417Row } from '../../../shared/card/codes/pdf417.test-support.ts';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import type { CodeItem } from '../../../shared/card/face.ts';
import { describeFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import type { FacePixels } from './draw-card.ts';
import { codesOf, drawn } from './face-codes.test-support.ts';

function valueAt({ rgba, width }: FacePixels, x: number, y: number): number {
  return rgba[(y * width + x) * 4] ?? -1;
}

/** The code read from the drawing alone: one dot from the middle of every module. */
function readModules(
  pixels: FacePixels,
  code: CodeItem,
  dotsPerInch: number,
): readonly (readonly boolean[])[] {
  const dots = dotsPerInch / 25.4;
  const columns = code.modules[0]?.length ?? 0;
  return code.modules.map((_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const x = Math.round(code.xMm * dots) + (column + 0.5) * Math.round((code.widthMm / columns) * dots);
      const y = Math.round(code.yMm * dots) + ((row + 0.5) / code.modules.length) * code.heightMm * dots;
      return valueAt(pixels, Math.floor(x), Math.floor(y)) < 128;
    }),
  );
}

/** Every value of a channel in a box around a code that reaches so many modules further, as far as there is card. */
function valuesAround(
  pixels: FacePixels,
  code: CodeItem,
  beside: number,
  above: number,
): ReadonlySet<number> {
  const dots = 300 / 25.4;
  const module = Math.round((code.widthMm / (code.modules[0]?.length ?? 1)) * dots);
  const [left, top] = [Math.round(code.xMm * dots), Math.round(code.yMm * dots)];
  const [width, height] = [Math.round(code.widthMm * dots), Math.round(code.heightMm * dots)];
  const values = new Set<number>();
  for (
    let y = Math.max(0, top - above * module);
    y < Math.min(pixels.height, top + height + above * module);
    y += 1
  ) {
    for (
      let x = Math.max(0, left - beside * module);
      x < Math.min(pixels.width, left + width + beside * module);
      x += 1
    ) {
      const isInside = x >= left && x < left + width && y >= top && y < top + height;
      if (!isInside) values.add(valueAt(pixels, x, y));
    }
  }
  return values;
}

function insideOf(pixels: FacePixels, code: CodeItem): readonly number[] {
  const dots = 300 / 25.4;
  const values = new Set<number>();
  for (let y = Math.round(code.yMm * dots); y < Math.round((code.yMm + code.heightMm) * dots); y += 1)
    for (let x = Math.round(code.xMm * dots); x < Math.round((code.xMm + code.widthMm) * dots); x += 1)
      values.add(valueAt(pixels, x, y));
  return [...values].sort((one, other) => one - other);
}

describe.each(cardDesignNames)('codes of the design %s', (design) => {
  const programme = { ...SAMPLE_PROGRAMME, design };
  const withCode128 = describeFaces(SAMPLE_CARD, programme).back;
  const withPdf417 = describeFaces(SAMPLE_CARD, {
    ...programme,
    barcode: { field: 'libraryNumber', symbology: 'pdf417' },
  }).back;

  it.each([300, 600])('say at %s dots per inch what they should', (dotsPerInch) => {
    const [qr, bars] = codesOf(withCode128);
    const [, rows] = codesOf(withPdf417);
    if (qr === undefined || bars === undefined || rows === undefined) throw new Error('a code is missing');
    const pixels = drawn(withCode128, dotsPerInch);
    expect(readModules(pixels, qr, dotsPerInch)).toEqual(encodeCode('K7Q29MXT6K'));
    expect(readCode128(readModules(pixels, bars, dotsPerInch)[0] ?? [])).toBe('21998004123345');
    for (const [index, row] of readModules(drawn(withPdf417, dotsPerInch), rows, dotsPerInch).entries())
      expect(new Set(readPdf417Row(row).clusters)).toEqual(new Set([(index % 3) * 3]));
  });

  it('have modules of whole dots at 300 to the inch: no grey inside, and at least a quarter of a millimetre', () => {
    for (const face of [withCode128, withPdf417]) {
      for (const code of codesOf(face)) {
        expect(insideOf(drawn(face, 300), code)).toEqual([0, 255]);
        expect(code.widthMm / (code.modules[0]?.length ?? 0)).toBeGreaterThanOrEqual(0.25);
      }
    }
  });

  it('have the quiet zone that their standard asks for, bare white to the dot', () => {
    const pixels = drawn(withCode128, 300);
    const [qr, bars] = codesOf(withCode128);
    const [, rows] = codesOf(withPdf417);
    if (qr === undefined || bars === undefined || rows === undefined) throw new Error('a code is missing');
    expect([...valuesAround(pixels, qr, 4, 4)]).toEqual([255]);
    expect([...valuesAround(pixels, bars, 10, 0)]).toEqual([255]);
    expect([...valuesAround(drawn(withPdf417, 300), rows, 2, 2)]).toEqual([255]);
    // A wider look finds the ground, so the white was looked for where something is drawn.
    expect(valuesAround(pixels, qr, 14, 14).size).toBeGreaterThan(1);
  });

  it('keep their place in the preview, where a dot is larger than a module should be', () => {
    const [, bars] = codesOf(withCode128);
    if (bars === undefined) throw new Error('no bars');
    const pixels = drawn(withCode128, 180);
    const dots = 180 / 25.4;
    const y = Math.round((bars.yMm + bars.heightMm / 2) * dots);
    const dark = Array.from({ length: pixels.width }, (_, x) => x).filter((x) => valueAt(pixels, x, y) < 128);
    const inBars = dark.filter((x) => x > (bars.xMm - 2) * dots && x < (bars.xMm + bars.widthMm + 2) * dots);
    expect(Math.min(...inBars) / dots).toBeCloseTo(bars.xMm, 0);
    expect((Math.max(...inBars) + 1) / dots).toBeCloseTo(bars.xMm + bars.widthMm, 0);
  });
});
