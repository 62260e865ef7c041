import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import type { CardDrawing } from '../../lib/drawing/draw-card.ts';
import { encodePwgRaster } from '../../lib/drawing/pwg-raster.ts';
import type { PrintDocument } from '../ipp-printer/upload.ts';
import { takesItUpright } from '../set-up/choose.ts';
import { pageSizeName } from '../set-up/size-name.ts';
import type { CardToPrint } from './card-to-print.ts';

/**
 * The card as this printer takes it: PDF, or dots of the same drawing. What was made is registered before it is
 * answered. Null: it cannot be drawn.
 */
export async function drawDocument(
  card: CardToPrint,
  printer: IppPrinter,
  drawing: CardDrawing,
): Promise<PrintDocument | null> {
  const { faces, photo } = card;
  const { format, media, sides, scaling } = printer;
  // Only for a printer that lets the page be larger than the card: any other would shrink the card to fit.
  const bleedMm = scaling === 'none' ? card.bleedMm : 0;
  if (format.kind === 'pdf') {
    // The printer turns the page as it turns the card; the half turn is left to us.
    const backUpsideDown = takesItUpright(media) === (sides === 'two-sided-long-edge');
    const pdf = drawing.drawCardPdf(faces, photo, { bleedMm, backUpsideDown });
    if (!pdf.ok) return null;
    await card.register('PDF', pdf.value);
    return { mimeType: 'application/pdf', bytes: pdf.value, faces: 2 };
  }
  const front = drawing.drawFacePixels(faces.front, photo, format.dotsPerInch, { bleedMm });
  const back = drawing.drawFacePixels(faces.back, photo, format.dotsPerInch, { bleedMm });
  if (!front.ok || !back.ok) return null;
  await card.register('front pixel rows', front.value.rgba);
  await card.register('back pixel rows', back.value.rgba);
  const raster = encodePwgRaster([front.value, back.value], {
    dotsPerInch: format.dotsPerInch,
    colour: format.colour,
    sheetBack: format.sheetBack,
    sides,
    // The card lies; most printers take it upright.
    rotate: takesItUpright(media),
    pageSizeName: pageSizeName(media),
  });
  await card.register('PWG raster', raster);
  return { mimeType: 'image/pwg-raster', bytes: raster, faces: 2 };
}
