import { PDFDocument } from '@napi-rs/canvas';
import type { Paper } from '../../../shared/contract/paper.ts';
import { describePaper } from '../../../shared/paper/describe-paper.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { canDrawImages, type FacePixels } from './draw-card.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import { createPaperLayout, type PaperProblem } from './lay-out-paper.ts';
import { setPageSize } from './page-size.ts';
import { paintItems } from './paint-face.ts';
import { openSheet, sheetOf } from './sheet.ts';

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
const POINTS_PER_INCH = 72;
const WHITE = '#FFFFFF';

/** Papers with the bundled fonts in the place that `resolveFont` names: by the same routine as cards. */
export function createPaperDrawing(options: { readonly resolveFont: FontResolver }): PaperDrawing {
  const layOut = createPaperLayout(createFonts(options.resolveFont));
  return {
    drawPaperPdf(paper, size) {
      const page = layOut(describePaper(paper, size));
      if (!page.ok) return page;
      const pointsPerMm = POINTS_PER_INCH / MM_PER_INCH;
      const widthPoints = size.widthMm * pointsPerMm;
      const heightPoints = size.heightMm * pointsPerMm;
      const roundedHeight = Math.ceil(heightPoints);
      const document = new PDFDocument({ title: 'Paper', compressionLevel: 1 });
      const context = document.beginPage(Math.ceil(widthPoints), roundedHeight);
      if (!canDrawImages(context)) throw new Error('this canvas cannot draw images in a PDF');
      // PDF counts from the bottom, so the page must end where the rounded page ends.
      context.translate(0, roundedHeight - heightPoints);
      context.scale(pointsPerMm, pointsPerMm);
      paintItems(context, page.value.items, null, (length) => length);
      document.endPage();
      const sized = setPageSize(document.close(), { widthPoints, heightPoints });
      if (!sized.ok) throw new Error('the PDF of this canvas has no page size in the clear');
      return sized;
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
