import type { Paper } from '../../../shared/contract/paper.ts';
import { describePaper } from '../../../shared/paper/describe-paper.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { FacePixels } from './draw-card.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import { createPaperLayout, type PaperProblem } from './lay-out-paper.ts';
import { paintItems } from './paint-face.ts';
import { openSheet, sheetOf } from './sheet.ts';
import { writePdf } from './write-pdf.ts';

/** The page of a printer: exactly this large, because nothing is scaled. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Draws papers, each as one page in its true size. */
export interface PaperDrawing {
  /** Text as text, without dates or names in its data. */
  readonly drawPaperPdf: (paper: Paper, size: PaperSize) => Result<Buffer, PaperProblem>;
  /** The same page as pixels, for raster printers. */
  readonly drawPaperPixels: (
    paper: Paper,
    size: PaperSize,
    dotsPerInch: number,
  ) => Result<FacePixels, PaperProblem>;
}

const MM_PER_INCH = 25.4;
const WHITE = '#FFFFFF';

/** Papers with the bundled fonts in the place that `resolveFont` names: by the same routine as cards. */
export function createPaperDrawing(options: { readonly resolveFont: FontResolver }): PaperDrawing {
  const layOut = createPaperLayout(createFonts(options.resolveFont));
  return {
    drawPaperPdf(paper, size) {
      const page = layOut(describePaper(paper, size));
      if (!page.ok) return page;
      const { items } = page.value;
      return ok(writePdf('Paper', { ...size, bleedMm: 0 }, [{ items, photo: null, turned: false }]));
    },
    drawPaperPixels(paper, size, dotsPerInch) {
      const page = layOut(describePaper(paper, size));
      if (!page.ok) return page;
      const { canvas, context } = openSheet(sheetOf(page.value, dotsPerInch / MM_PER_INCH, 0));
      // A canvas begins transparent, and transparent is black where there is no alpha.
      context.fillStyle = WHITE;
      context.fillRect(0, 0, size.widthMm, size.heightMm);
      paintItems(context, page.value.items, null, (length) => length);
      return ok({ width: canvas.width, height: canvas.height, rgba: canvas.data() });
    },
  };
}
