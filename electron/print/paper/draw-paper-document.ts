import type { Paper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { PaperDrawing } from '../../lib/drawing/draw-paper.ts';
import { encodePwgRaster } from '../../lib/drawing/pwg-raster.ts';
import type { PrintDocument } from '../ipp-printer/upload.ts';
import { pageSizeName } from '../set-up/size-name.ts';

const HUNDREDTHS_PER_MM = 100;

/** The paper as this printer takes it: PDF, or dots of the same drawing. Null: it cannot be drawn. */
export function drawPaperDocument(
  paper: Paper,
  { format, media, sides }: OrdinaryPrinter,
  drawing: PaperDrawing,
): PrintDocument | null {
  const size = {
    widthMm: media.widthHundredths / HUNDREDTHS_PER_MM,
    heightMm: media.heightHundredths / HUNDREDTHS_PER_MM,
  };
  if (format.kind === 'pdf') {
    const pdf = drawing.drawPaperPdf(paper, size);
    if (!pdf.ok) return null;
    return { mimeType: 'application/pdf', bytes: pdf.value.bytes, faces: pdf.value.pages };
  }
  const pages = drawing.drawPaperPixels(paper, size, format.dotsPerInch);
  if (!pages.ok) return null;
  const { dotsPerInch, colour, sheetBack } = format;
  const bytes = encodePwgRaster(pages.value, {
    dotsPerInch,
    colour,
    sheetBack,
    sides,
    // A page stands, as printers feed it.
    rotate: false,
    pageSizeName: pageSizeName(media),
  });
  return { mimeType: 'image/pwg-raster', bytes, faces: pages.value.length };
}
