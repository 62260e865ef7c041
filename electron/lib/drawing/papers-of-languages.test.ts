import { describe, expect, it } from 'vitest';
import { feeSettlements, routes } from '../../../shared/application/route.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import { paper as paperSchema } from '../../../shared/contract/paper.ts';
import { describePaper } from '../../../shared/paper/describe-paper.ts';
import { sampleDenialSlip, samplePickUpSlip } from '../../../shared/paper/sample-papers.test-support.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { feeReceiptOnPaper } from '../../../shared/slips/fee-receipt.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import type { PlacedText } from './lay-out-face.ts';
import { createPaperLayout } from './lay-out-paper.ts';

const LETTER = { widthMm: 215.9, heightMm: 279.4 };
const layOut = createPaperLayout(createFonts(findInstalledFont));

function feeReceipts(language: string): readonly Paper[] {
  const where = {
    programme: harborCity.name,
    kioskName: 'City Hall, desk 2',
    day: '2026-11-25',
    practice: false,
  };
  return routes.flatMap((route) =>
    feeSettlements.map((settled) =>
      feeReceiptOnPaper({ route, settled, cents: 1_000, currency: 'USD' }, where, { language, isCopy: true }),
    ),
  );
}

function papersIn(language: string): readonly Paper[] {
  return [sampleDenialSlip(language), samplePickUpSlip(language), ...feeReceipts(language)];
}

/** The texts of a paper's one page, as they are painted. */
function textsOn(paper: Paper): readonly PlacedText[] {
  const laidOut = layOut(describePaper(paper, LETTER));
  if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
  expect(laidOut.value).toHaveLength(1);
  return laidOut.value.flatMap(({ items }) => items.filter((item) => item.kind === 'placed-text'));
}

describe.each(residentLanguages)('papers in %s', (language) => {
  it('are drawn whole on one page, with a glyph for every letter, and with Latin digits alone', () => {
    for (const paper of papersIn(language)) {
      expect(paperSchema.parse(paper)).toEqual(paper);
      const texts = textsOn(paper);
      expect(texts.length).toBeGreaterThan(3);
      for (const { item } of texts) expect(item.text.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
    }
  });
});

it('lines of an Arabic paper begin at the right, and those of a Polish one at the left', () => {
  for (const paper of papersIn('ar'))
    for (const { item } of textsOn(paper)) expect(item.alignment, item.text).toBe('right');
  for (const paper of papersIn('pl'))
    for (const { item, direction } of textsOn(paper))
      expect([item.alignment, direction]).toEqual(['start', 'ltr']);
});

it('an Arabic sentence runs from the right; a code, an amount and a line for staff keep their own order', () => {
  const texts = [...papersIn('ar').flatMap(textsOn)];
  const runs = (part: string): string[] => [
    ...new Set(texts.filter(({ item }) => item.text.includes(part)).map(({ direction }) => direction)),
  ];
  expect(runs('رُفض طلبك')).toEqual(['rtl']);
  // It begins in Latin letters, and is Arabic all the same.
  expect(runs('City Hall, desk 2\u200f · 24')).toEqual(['rtl']);
  expect(runs('Bring this slip')).toEqual(['ltr']);
  const code = sampleDenialSlip('ar').code?.text ?? '';
  expect(code).toMatch(/^[0-9A-Z ]+$/);
  expect(runs(code)).toEqual(['ltr']);
});

it('columns of an Arabic paper stand the other way around, within the same margins', () => {
  const [polish, arabic] = ['pl', 'ar'].map((language) => describePaper(samplePickUpSlip(language), LETTER));
  const placesOf = (pages: typeof polish): number[][] =>
    (pages?.bands ?? []).map(({ columns }) => columns.map(({ xMm, widthMm }) => xMm + widthMm / 2));
  const mirrored = placesOf(polish).map((places) => places.map((middle) => LETTER.widthMm - middle));
  expect(placesOf(arabic).flat()).toEqual(mirrored.flat().map((middle) => expect.closeTo(middle, 6)));
});
