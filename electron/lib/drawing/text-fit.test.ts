import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, type LineExtent, splitForBreaking } from './text-fit.ts';

/** Every character is half an em wide. */
const measure = (text: string): LineExtent => ({
  width: Array.from(text).length / 2,
  above: 0.75,
  below: 0.2,
});
const BOX = {
  widthMm: 40,
  heightMm: 15,
  sizeMm: 6,
  fit: { oneLineFloorMm: 4, lines: 3, floorMm: 2 },
};

const linesOf = (text: string): readonly string[] | undefined =>
  fitText(text, BOX, measure)?.lines.map((line) => line.text);

test('a short text keeps its size', () => {
  expect(fitText('Sukarno', BOX, measure)).toEqual({
    sizeMm: 6,
    lines: [{ text: 'Sukarno', baselineMm: 0.714 * 6 }],
  });
});

test('a longer one shrinks on its line as far as the first floor', () => {
  const fitted = fitText('Anna Maria Berg-Fon', BOX, measure);
  expect(fitted?.lines.length).toBe(1);
  expect(fitted?.sizeMm).toBeCloseTo(40 / 9.5, 6);
});

test('then it wraps at spaces and after hyphens, in lines of like length', () => {
  expect(linesOf('Maria de los Angeles Gutierrez')).toEqual(['Maria de los', 'Angeles Gutierrez']);
  expect(linesOf('Wilhelmina Featherstonehaugh-Okonkwo')).toEqual([
    'Wilhelmina',
    'Featherstonehaugh-',
    'Okonkwo',
  ]);
});

test('Han text breaks between characters', () => {
  expect(splitForBreaking('欧阳 晓明')).toEqual(['欧', '阳', ' ', '晓', '明']);
});

test('a no-break space does what it says', () => {
  expect(splitForBreaking('Hall, 1\u00A0Quay Street')).toEqual(['Hall,', ' ', '1\u00A0Quay', ' ', 'Street']);
});

test('a word is never broken: it shrinks to the last floor, and beyond that is refused', () => {
  expect(linesOf('Keihanaikukauakahihuliheekahaunaele')).toEqual(['Keihanaikukauakahihuliheekahaunaele']);
  expect(fitText('x'.repeat(41), BOX, measure)).toBeNull();
});

test('more lines than allowed are refused, not cut', () => {
  expect(fitText('word '.repeat(60), BOX, measure)).toBeNull();
});

test('lines of tall scripts stand further apart', () => {
  const tall = (text: string): LineExtent => ({ ...measure(text), above: 1.1, below: 0.5 });
  const fitted = fitText('aaaaaaaaaaaa bbbbbbbbbbbb', BOX, tall);
  const [first, second] = fitted?.lines ?? [];
  expect(((second?.baselineMm ?? 0) - (first?.baselineMm ?? 0)) / (fitted?.sizeMm ?? 1)).toBeCloseTo(1.66, 6);
});

test('an empty text needs no line', () => {
  expect(fitText('  ', BOX, measure)?.lines).toEqual([]);
});

test('whatever is accepted is complete, inside its box and above its floor', () => {
  const word = fc.stringMatching(/^[a-z王明-]{1,14}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (parts) => {
      const text = parts.join(' ');
      const fitted = fitText(text, BOX, measure);
      fc.pre(fitted !== null);
      const { sizeMm, lines } = fitted;
      expect(sizeMm).toBeGreaterThanOrEqual(BOX.fit.floorMm);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) {
        expect(measure(line.text).width * sizeMm).toBeLessThanOrEqual(BOX.widthMm + 1e-9);
        expect(line.baselineMm + 0.2 * sizeMm).toBeLessThanOrEqual(BOX.heightMm + 1e-9);
      }
      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('begins no line with the mark that ends a Chinese clause, and none with a closing bracket', () => {
  expect(splitForBreaking('是谁。请')).toEqual(['是', '谁。', '请']);
  expect(splitForBreaking('（{甲}）乙，丙')).toEqual(['（{甲}）', '乙，', '丙']);
});
