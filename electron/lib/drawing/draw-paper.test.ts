import { describe, expect, it } from 'vitest';
import { textInputs } from '../../../shared/application/fields.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import { TEST_FRAME } from '../../../shared/paper/paper-styles.ts';
import {
  inALongerLanguage,
  LONGEST_RECEIPT,
  LONGEST_SLIP,
  SAMPLE_APPEAL_CODE,
  SAMPLE_DAY_SHEET,
  SAMPLE_FEE_RECEIPT,
  SAMPLE_PICK_UP_SLIP,
  SAMPLE_RECEIPT,
  SAMPLE_STATISTICS,
  SAMPLE_TEST_PAGE,
  sampleDenialSlip,
} from '../../../shared/paper/sample-papers.test-support.ts';
import { SAMPLE_RECEIPT_CODE } from '../../../shared/receipt/sample-receipt-code.test-support.ts';
import { searchOnPaper } from '../../../shared/record-search/search-paper.ts';
import { staffTextSources } from '../../../shared/record-search/staff-texts.ts';
import { sampleStatement } from '../../../shared/record-search/statement.test-support.ts';
import { SAMPLE_STATEMENT_PAPER } from '../../../shared/statement/sample-statement.test-support.ts';
import { readCodes } from './code-reader.test-support.ts';
import type { FacePixels } from './draw-card.ts';
import { createPaperDrawing } from './draw-paper.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { readPages } from './pdf-text.test-support.ts';

const drawing = createPaperDrawing({ resolveFont: findInstalledFont });
const A4 = { widthMm: 210, heightMm: 297 };
const LETTER = { widthMm: 215.9, heightMm: 279.4 };
const MM_PER_POINT = 25.4 / 72;

function contentOf<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const pdfOf = (paper: Paper, size = A4): Buffer => contentOf(drawing.drawPaperPdf(paper, size)).bytes;

function onlyPage(paper: Paper, size: typeof A4, dotsPerInch: number): FacePixels {
  const pages = contentOf(drawing.drawPaperPixels(paper, size, dotsPerInch));
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error('not one page');
  return page;
}

/** How many characters stand on a paper, spaces included. */
function lengthOf(paper: Paper): number {
  const texts: string[] = [];
  JSON.stringify(paper, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'kind') texts.push(value);
    return value;
  });
  return texts.join('').length;
}

describe.each([
  ['A4', A4, [595.276, 841.89]],
  ['Letter', LETTER, [612, 792]],
] as const)('a paper on %s', (_name, size, [width, height]) => {
  it.each([
    SAMPLE_RECEIPT,
    SAMPLE_DAY_SHEET,
    SAMPLE_FEE_RECEIPT,
    SAMPLE_STATISTICS,
    SAMPLE_TEST_PAGE,
    sampleDenialSlip('es'),
    SAMPLE_PICK_UP_SLIP,
  ])('is one page of exactly that size: $kind', (paper) => {
    const pdf = pdfOf(paper, size);
    const boxes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/gu);
    expect(boxes).toEqual([`/MediaBox [0 0 ${width.toFixed(3)} ${height.toFixed(3)}]`]);
    expect(readPages(pdf)).toHaveLength(1);
  });

  it('holds the longest receipt, also where every text is a fifth as long again', () => {
    for (const paper of [LONGEST_RECEIPT, inALongerLanguage(LONGEST_RECEIPT)])
      expect(drawing.drawPaperPdf(paper, size).ok).toBe(true);
  });

  it('holds the answer of a name search with the longest name, in every text of many applications', () => {
    const matches = Array.from({ length: 500 }, (_, place) => ({
      ...{ ticket: place + 99_000, day: '2026-11-23' },
      found: textInputs.map((input) => ({ input, match: 'more-or-fewer-words' })),
    }));
    const paper = searchOnPaper(
      sampleStatement({
        matches,
        staffTexts: staffTextSources.map((source) => ({ source, match: 'more-or-fewer-words' })),
        verdict: 'not-known',
        kioskName: 'Wintergreen '.repeat(5).trim(),
        dateInDoubt: true,
      }),
      '9f'.repeat(32),
      'America/New_York',
    );
    const rows = [
      { label: 'Name asked', value: 'Zephyrina '.repeat(12) },
      ...paper.rows,
      { label: 'Salt', value: '0011 2233 4455 6677 8899 aabb ccdd eeff' },
    ];
    expect(readPages(pdfOf({ ...paper, rows }, size))).toHaveLength(1);
  });

  it('holds a slip with a reason and an appeal of the longest texts that a policy may have', () => {
    expect(drawing.drawPaperPdf(LONGEST_SLIP, size).ok).toBe(true);
  });

  it('has a frame whole on all four sides, as near to the edges as every printer reaches: the test page', () => {
    const dots = onlyPage(SAMPLE_TEST_PAGE, size, 254);
    const isBlack = (xMm: number, yMm: number): boolean =>
      (dots.rgba[4 * (Math.round(yMm * 10) * dots.width + Math.round(xMm * 10))] ?? 255) < 64;
    const { widthMm, heightMm } = size;
    const far = TEST_FRAME.edgeMm + TEST_FRAME.thicknessMm / 2;
    for (let share = 0; share <= 1; share += 0.01) {
      const x = far + share * (widthMm - 2 * far);
      const y = far + share * (heightMm - 2 * far);
      for (const at of [
        [x, far],
        [x, heightMm - far],
        [far, y],
        [widthMm - far, y],
      ] as const)
        expect(isBlack(...at), `${at}`).toBe(true);
    }
    // The positive control: beside it there is nothing.
    expect(isBlack(far - 1, heightMm / 2)).toBe(false);
  });

  it('is the same picture in dots, white where nothing stands', () => {
    const dots = onlyPage(SAMPLE_RECEIPT, size, 72);
    expect([dots.width, dots.height]).toEqual([Math.round(width), Math.round(height)]);
    const margin = dots.rgba.subarray(0, 4 * dots.width * 50);
    expect(margin.every((channel) => channel === 255)).toBe(true);
    expect(dots.rgba.some((channel) => channel < 64)).toBe(true);
  });
});

describe('the text on a paper', () => {
  it.each([
    [SAMPLE_RECEIPT, [12, 14, 20]],
    [SAMPLE_DAY_SHEET, [12, 14, 20]],
    [SAMPLE_FEE_RECEIPT, [14, 20]],
  ] as const)('is text, black, and in its true size', (paper, points) => {
    const [page] = readPages(pdfOf(paper));
    const sizes = new Set(page?.texts.map(({ sizeMm }) => Math.round((sizeMm / MM_PER_POINT) * 10) / 10));
    expect([...sizes].toSorted((a, b) => a - b)).toEqual(points);
    for (const { colour } of page?.texts ?? []) expect(colour).toMatch(/^(0 0 0 rg|0 g|none)$/u);
    expect(page?.pictures).toBe(0);
  });

  it('is all there', () => {
    const [page] = readPages(pdfOf(SAMPLE_RECEIPT));
    const glyphs = page?.texts.reduce((sum, each) => sum + each.glyphs, 0) ?? 0;
    // Two letters may share a glyph, and a line's last space is not set.
    // Its code is scanned, and is no text.
    const length = lengthOf(SAMPLE_RECEIPT) - (SAMPLE_RECEIPT.code?.text.length ?? 0);
    expect(glyphs).toBeGreaterThan(length * 0.93);
    expect(glyphs).toBeLessThanOrEqual(length + 4);
    const one = { ...SAMPLE_RECEIPT, notProven: null };
    const [shorter] = readPages(pdfOf(one));
    expect(shorter?.texts.reduce((sum, each) => sum + each.glyphs, 0)).toBeLessThan(glyphs - 50);
  });

  it('is the same bytes every time, without when or who', () => {
    const pdf = pdfOf(SAMPLE_DAY_SHEET);
    expect(pdf.toString('latin1')).not.toMatch(/CreationDate|ModDate|Author/u);
    expect(pdfOf(SAMPLE_DAY_SHEET).equals(pdf)).toBe(true);
  });
});

describe('a paper is refused, never cut', () => {
  it('for a character that no bundled font has', () => {
    expect(
      drawing.drawPaperPdf({ ...SAMPLE_DAY_SHEET, hands: ['Kept by \u{1F5C4}', 'Checked'] }, A4),
    ).toEqual({
      ok: false,
      error: { kind: 'uncovered', character: '\u{1F5C4}', codePoint: 0x1f5c4 },
    });
  });

  it('for more text than one page holds, and for a word that is wider than its column', () => {
    const long = 'Every word of this line is one that a kiosk could say. '.repeat(5).trim();
    const full = { ...SAMPLE_RECEIPT, lines: Array<string>(4).fill(long), notProven: null };
    const doubts = { label: long, lines: Array<string>(8).fill(long) };
    const tooMuch = { ...full, notProven: doubts };
    expect(drawing.drawPaperPdf(full, A4).ok).toBe(true);
    const refused = { ok: false, error: { kind: 'does-not-fit' } };
    expect(drawing.drawPaperPdf(tooMuch, A4)).toEqual(refused);
    expect(drawing.drawPaperPdf({ ...SAMPLE_RECEIPT, heading: 'x'.repeat(200) }, A4)).toEqual(refused);
    expect(drawing.drawPaperPixels({ ...SAMPLE_RECEIPT, heading: 'x'.repeat(200) }, A4, 72)).toEqual(refused);
    const tooManyReasons = { label: 'Why', lines: Array<string>(4).fill(long.repeat(2)), isList: true };
    expect(
      drawing.drawPaperPdf({ ...LONGEST_SLIP, sections: [tooManyReasons, ...LONGEST_SLIP.sections] }, A4),
    ).toEqual(refused);
  });
});

it('right to left: an Arabic line begins at the right edge of its column', () => {
  const [page] = readPages(pdfOf({ ...SAMPLE_DAY_SHEET, hands: ['استلمها، ومكان حفظها', 'Checked'] }));
  const last = page?.texts.at(-1);
  expect(last?.xMm).toBeGreaterThan(100);
});

it('the code of a slip is read from its page, as from the screen', async () => {
  const slip = sampleDenialSlip('es');
  const codes = await readCodes(onlyPage(slip, A4, 300));
  expect(codes).toEqual([{ format: 'QRCode', text: SAMPLE_APPEAL_CODE.replaceAll(' ', '') }]);
});

it('so is the code of a day sheet, which is longer', async () => {
  const codes = await readCodes(onlyPage(SAMPLE_DAY_SHEET, LETTER, 300));
  expect(codes).toEqual([{ format: 'QRCode', text: SAMPLE_DAY_SHEET.code.text.replaceAll(' ', '') }]);
});

it('and that of a receipt, which is smaller', async () => {
  for (const size of [A4, LETTER]) {
    const codes = await readCodes(onlyPage(SAMPLE_RECEIPT, size, 300));
    expect(codes).toEqual([{ format: 'QRCode', text: SAMPLE_RECEIPT_CODE.replaceAll(' ', '') }]);
  }
});

it('right to left: a slip whose texts are Arabic begins at the right edge', () => {
  const arabic = 'الوثائق المقدمة لا تثبت أنك تسكن في هذه المدينة.';
  const slip = {
    ...sampleDenialSlip('en'),
    sections: [{ label: 'السبب', lines: [arabic], isList: true }],
    code: null,
  };
  const [page] = readPages(pdfOf(slip));
  expect(page?.texts.at(-1)?.xMm).toBeGreaterThan(80);
});

describe('a custody statement', () => {
  const drawn = contentOf(drawing.drawPaperPdf(SAMPLE_STATEMENT_PAPER, LETTER));

  it('takes as many pages as it needs, each of that size, and says which is which', () => {
    const pages = readPages(drawn.bytes);
    expect(pages).toHaveLength(drawn.pages);
    expect(drawn.pages).toBeGreaterThan(1);
    // The footer is the lowest text of each page, all at one height.
    const lowest = pages.map(({ texts }) => Math.max(...texts.map(({ yMm }) => yMm)));
    expect(new Set(lowest.map((yMm) => yMm.toFixed(1))).size).toBe(1);
    expect(Math.max(...lowest)).toBeLessThan(LETTER.heightMm - 18);
  });

  it('has nothing left out: all pages together have every letter', () => {
    const glyphs = readPages(drawn.bytes)
      .flatMap(({ texts }) => texts)
      .reduce((sum, each) => sum + each.glyphs, 0);
    expect(glyphs).toBeGreaterThan(lengthOf(SAMPLE_STATEMENT_PAPER) * 0.93);
  });

  it('has its code on one of them', async () => {
    const pages = contentOf(drawing.drawPaperPixels(SAMPLE_STATEMENT_PAPER, LETTER, 150));
    expect(pages).toHaveLength(drawn.pages);
    const codes = [];
    for (const page of pages) codes.push(...(await readCodes(page)));
    expect(codes).toEqual([{ format: 'QRCode', text: SAMPLE_STATEMENT_PAPER.code.text.replaceAll(' ', '') }]);
  });
});
