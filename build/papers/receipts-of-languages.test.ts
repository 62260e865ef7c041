import { describe, expect, it } from 'vitest';
import { createPaperDrawing } from '../../electron/lib/drawing/draw-paper.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { wordingIn } from '../../renderer/i18n/residents/wording-in.ts';
import { longest } from '../../renderer/wording/papers/longest-receipt.test-support.ts';
import { receiptOnPaper } from '../../renderer/wording/papers/receipt-paper.ts';
import { paper } from '../../shared/contract/paper.ts';
import { residentLanguages } from '../../shared/residents/language.ts';

const drawing = createPaperDrawing({ resolveFont: findInstalledFont });
const LETTER = { widthMm: 215.9, heightMm: 279.4 };

describe.each(residentLanguages)('the longest receipt about erasing in %s', (language) => {
  it.each([false, true])(
    'is a paper of one page, with a glyph for every letter (practice: %s)',
    (practice) => {
      const receipt = wordingIn(language, () => receiptOnPaper({ ...longest, practice }));
      expect(paper.parse(receipt)).toEqual(receipt);
      // A catalog that is not found is read as English.
      expect(/^Searched /.test(receipt.lines[1] ?? '')).toBe(language === 'en');
      expect(receipt.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(JSON.stringify(receipt).replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
      const drawn = drawing.drawPaperPdf(receipt, LETTER);
      expect(drawn.ok ? drawn.value.pages : drawn.error).toBe(1);
    },
  );
});
