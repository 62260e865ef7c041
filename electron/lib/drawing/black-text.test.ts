import { describe, expect, it } from 'vitest';
import type { CardData } from '../../../shared/card/card-data.ts';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import type { Face } from '../../../shared/card/face.ts';
import { describeFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { createCardDrawing } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import { createLayout, type PlacedText } from './lay-out-face.ts';
import { type PaintedPage, readPages } from './pdf-text.test-support.ts';
import { drawnPhoto } from './photo.test-support.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });
const layOut = createLayout(createFonts(findInstalledFont));

const people: readonly (readonly [string, Partial<CardData>])[] = [
  ['Latin', {}],
  ['Cyrillic', { name: 'Александра Тихомирова-Заозёрская', gender: 'женщина' }],
  ['Han', { name: '欧阳晓明', chosenName: '晓明', emergencyContact: { name: '欧阳海', phone: '555 010' } }],
  ['Arabic with Latin', { name: 'ليلى Haddad المرفئي', gender: 'أنثى' }],
  ['Devanagari', { name: 'श्रीनिवास वेंकटराघवन', chosenName: 'श्री' }],
];

/** The texts of a face that must be black, with their lines. */
function blackTexts(face: Face): readonly PlacedText[] {
  const placed = layOut(face);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value.items.flatMap((item) =>
    item.kind === 'placed-text' && item.item.colour === '#000000' ? [item] : [],
  );
}

/** The runs of text that begin in the box of a line. */
function runsOf(page: PaintedPage, { item, fitted }: PlacedText, line: number): PaintedPage['texts'] {
  const spare = item.heightMm - (fitted.lines.at(-1)?.baselineMm ?? 0);
  const top = item.anchor === 'middle' ? item.yMm + spare / 2 : item.yMm;
  const baseline = top + (fitted.lines[line]?.baselineMm ?? 0);
  return page.texts.filter(
    ({ xMm, yMm, sizeMm }) =>
      Math.abs(yMm - baseline) < 0.01 &&
      Math.abs(sizeMm - fitted.sizeMm) < 0.01 &&
      xMm > item.xMm - 0.2 &&
      xMm < item.xMm + item.widthMm,
  );
}

describe.each(cardDesignNames)('the PDF of the design %s', (design) => {
  it.each(people)('paints what is typed in %s as text in pure black', (_, changes) => {
    const faces = describeFaces({ ...SAMPLE_CARD, ...changes }, { ...SAMPLE_PROGRAMME, design });
    const pdf = drawing.drawCardPdf(faces, drawnPhoto());
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
    const pages = readPages(pdf.value);
    expect(pages.length).toBe(2);
    for (const [index, face] of [faces.front, faces.back].entries()) {
      const page = pages[index];
      if (page === undefined) throw new Error('no page');
      const texts = blackTexts(face);
      expect(texts.length).toBeGreaterThan(4);
      for (const text of texts) {
        for (const [line, { text: words }] of text.fitted.lines.entries()) {
          const runs = runsOf(page, text, line);
          const glyphs = runs.reduce((sum, run) => sum + run.glyphs, 0);
          // Ligatures and conjuncts draw several letters as one; a letter may have a mark of its own.
          expect(glyphs, words).toBeGreaterThanOrEqual(Array.from(words).length / 3);
          expect(new Set(runs.map(({ colour, mode }) => `${colour}, ${mode}`))).toEqual(
            new Set(['0 0 0 rg, 0']),
          );
        }
      }
      // The photo is the only picture: no text went into one.
      expect(page.pictures).toBe(index === 0 ? 1 : 0);
    }
  });

  it('paints what the programme says in its own colours, so black is looked for where others are found', () => {
    const faces = describeFaces(SAMPLE_CARD, { ...SAMPLE_PROGRAMME, design });
    const pdf = drawing.drawCardPdf(faces, null);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
    const [front] = readPages(pdf.value);
    const colours = new Set(front?.texts.map(({ colour }) => colour));
    expect(colours).toContain('0 0 0 rg');
    expect(colours).toContain('1 1 1 rg');
    expect(colours.size).toBeGreaterThan(2);
  });

  it('embeds its fonts as TrueType outlines, none as drawings of letters', () => {
    const faces = describeFaces({ ...SAMPLE_CARD, name: 'ليلى 王 श्री' }, { ...SAMPLE_PROGRAMME, design });
    const pdf = drawing.drawCardPdf(faces, null);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
    const text = pdf.value.toString('latin1');
    expect(text).toContain('/CIDFontType2');
    expect(text).not.toMatch(/\/Type3\b/u);
  });
});
