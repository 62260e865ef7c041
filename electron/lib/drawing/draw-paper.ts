import type { Paper } from '../../../shared/contract/paper.ts';
import { describePaper } from '../../../shared/paper/describe-paper.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { FacePixels } from './draw-card.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import type { PlacedFace } from './lay-out-face.ts';
import type { PaperProblem } from './lay-out-pages.ts';
import { createPaperLayout } from './lay-out-paper.ts';
import { paintItems } from './paint-face.ts';
import type { PagesOfPixels } from './pwg-raster.ts';
import { openSheet, sheetOf } from './sheet.ts';
import { writePdf } from './write-pdf.ts';

/** The page of a printer: exactly this large, because nothing is scaled. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A drawn paper and its pages. */
export interface PaperPdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

/** Draws papers in their true size, each as one page, or as many as it needs where it may take more. */
export interface PaperDrawing {
  /** Text as text, without dates or names in its data. */
  readonly drawPaperPdf: (paper: Paper, size: PaperSize) => Result<PaperPdf, PaperProblem>;
  /** The same pages as pixels, for raster printers: each is drawn when it is taken. */
  readonly drawPaperPixels: (
    paper: Paper,
    size: PaperSize,
    dotsPerInch: number,
  ) => Result<PagesOfPixels, PaperProblem>;
}

const MM_PER_INCH = 25.4;
const WHITE = '#FFFFFF';

/** Papers with the bundled fonts in the place that `resolveFont` names: by the same routine as cards. */
export function createPaperDrawing(options: { readonly resolveFont: FontResolver }): PaperDrawing {
  const layOut = createPaperLayout(createFonts(options.resolveFont));
  return {
    drawPaperPdf(paper, size) {
      const laidOut = layOut(describePaper(paper, size));
      if (!laidOut.ok) return laidOut;
      const pages = laidOut.value.map(({ items }) => ({ items, photo: null, turned: false }));
      return ok({ bytes: writePdf('Paper', { ...size, bleedMm: 0 }, pages), pages: pages.length });
    },
    drawPaperPixels(paper, size, dotsPerInch) {
      const laidOut = layOut(describePaper(paper, size));
      if (!laidOut.ok) return laidOut;
      const { value: faces } = laidOut;
      return ok({
        length: faces.length,
        *[Symbol.iterator]() {
          for (const face of faces) yield paintPage(face, dotsPerInch);
        },
      });
    },
  };
}

function paintPage(face: PlacedFace, dotsPerInch: number): FacePixels {
  const { canvas, context } = openSheet(sheetOf(face, dotsPerInch / MM_PER_INCH, 0));
  // A canvas begins transparent, and transparent is black where there is no alpha.
  context.fillStyle = WHITE;
  context.fillRect(0, 0, face.widthMm, face.heightMm);
  paintItems(context, face.items, null, (length) => length);
  return { width: canvas.width, height: canvas.height, rgba: canvas.data() };
}
