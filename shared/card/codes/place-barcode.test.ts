import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { BarcodeItem, CodeItem } from '../face.ts';
import { readCode128 } from './code-128.test-support.ts';
import { LEAST_MODULE_MM, moduleFor } from './code-modules.ts';
import { readPdf417Row } from './pdf417.test-support.ts';
import { placeBarcode } from './place-barcode.ts';

const PLACE: BarcodeItem = {
  kind: 'barcode',
  field: 'libraryNumber',
  symbology: 'code128',
  text: '21998004123345',
  ...{ xMm: 41, yMm: 28, widthMm: 31.4, heightMm: 7 },
};

function place(changes: Partial<BarcodeItem>): CodeItem {
  const placed = placeBarcode({ ...PLACE, ...changes });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value;
}

test('a module is three dots at 300 dots per inch, wider than a quarter of a millimetre', () => {
  expect((LEAST_MODULE_MM / 25.4) * 300).toBeCloseTo(3, 10);
  expect(LEAST_MODULE_MM).toBeGreaterThan(0.25);
  expect(moduleFor(29, 37)).toBeCloseTo((15 * 25.4) / 300, 10);
  expect(moduleFor(29, 29 * LEAST_MODULE_MM)).toBeCloseTo(LEAST_MODULE_MM, 10);
  expect(moduleFor(30, 29 * LEAST_MODULE_MM)).toBeNull();
});

describe('Code 128', () => {
  it('says every library number, without its spaces, and fits', () => {
    const digits = fc.stringMatching(/^[0-9]{6,14}$/);
    fc.assert(
      fc.property(digits, (number) => {
        const { modules, widthMm, heightMm } = place({ text: number.replace(/(.{4})/gu, '$1 ') });
        expect(readCode128(modules[0] ?? [])).toBe(number);
        expect(widthMm / (modules[0]?.length ?? 0)).toBeCloseTo(LEAST_MODULE_MM, 10);
        expect(widthMm).toBeLessThanOrEqual(PLACE.widthMm);
        expect(heightMm).toBe(PLACE.heightMm);
      }),
    );
  });

  it('says letters and signs as well', () => {
    expect(readCode128(place({ text: 'HC-7 ab~', widthMm: 60 }).modules[0] ?? [])).toBe('HC-7ab~');
  });

  it('is read by a reader that finds a changed bar', () => {
    const [row = []] = place({}).modules;
    expect(() => readCode128(row.map((dark, index) => (index === 16 ? !dark : dark)))).toThrow();
  });
});

describe('PDF417', () => {
  it('has rows of codewords between start and stop, in the cluster of their row, with row indicators', () => {
    const digits = fc.stringMatching(/^[0-9]{6,14}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const { modules, widthMm, heightMm } = place({ symbology: 'pdf417', text });
        expect(modules.length).toBeGreaterThanOrEqual(3);
        for (const [index, row] of modules.entries()) {
          const { codewords, clusters } = readPdf417Row(row);
          // Three columns of data between the left and the right row indicator.
          expect(codewords.length).toBe(5);
          expect(new Set(clusters)).toEqual(new Set([(index % 3) * 3]));
        }
        expect(widthMm).toBeCloseTo(120 * LEAST_MODULE_MM, 10);
        expect(heightMm / modules.length / LEAST_MODULE_MM).toBeCloseTo(3, 10);
        expect(heightMm).toBeLessThanOrEqual(PLACE.heightMm);
      }),
    );
  });

  it('says in its row indicators which row it is: no two rows of a cluster have the same on the left', () => {
    const { modules } = place({ symbology: 'pdf417' });
    const left = modules.map((row) => readPdf417Row(row).codewords[0]);
    expect(new Set(left).size).toBe(modules.length);
  });

  it('differs in its data where the number differs', () => {
    const dataOf = (text: string): string =>
      place({ symbology: 'pdf417', text })
        .modules.map((row) => readPdf417Row(row).codewords.slice(1, -1).join())
        .join();
    expect(dataOf('21998004123345')).not.toBe(dataOf('21998004123346'));
    expect(dataOf('21998004123345')).toBe(dataOf('2 1998 0041 23345'));
  });

  it('is read by a reader that finds a changed module', () => {
    const [row = []] = place({ symbology: 'pdf417' }).modules;
    expect(() => readPdf417Row(row.map((dark, index) => (index === 3 ? !dark : dark)))).toThrow();
  });
});

test.each(['code128', 'pdf417'] as const)('%s refuses what it cannot say or has no room for', (symbology) => {
  expect(placeBarcode({ ...PLACE, symbology, text: '1998٣' })).toEqual({
    ok: false,
    error: { kind: 'uncovered', character: '٣', codePoint: 0x663 },
  });
  for (const text of ['9'.repeat(41), '9'.repeat(4000), 'A'.repeat(20)]) {
    const roomless = placeBarcode({ ...PLACE, symbology, text, widthMm: 10 });
    expect(roomless).toEqual({ ok: false, error: { kind: 'does-not-fit' } });
  }
});
