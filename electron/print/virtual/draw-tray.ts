import type { CardDrawing } from '../../lib/drawing/draw-card.ts';
import type { CardToPrint } from '../card/card-to-print.ts';

const DOTS_PER_INCH = 300;

/** What the built-in printer makes of a card. */
export interface DrawnTray {
  readonly front: Buffer;
  readonly back: Buffer;
  readonly pdf: Buffer;
}

/** Draws a card for the built-in printer's tray. What was made is registered before it is answered. Null: it cannot be drawn. */
export async function drawTray(card: CardToPrint, drawing: CardDrawing): Promise<DrawnTray | null> {
  const { faces, photo } = card;
  const pictures = [
    drawing.drawFacePng(faces.front, photo, DOTS_PER_INCH),
    drawing.drawFacePng(faces.back, photo, DOTS_PER_INCH),
  ] as const;
  const pixels = drawing.drawFacePixels(faces.front, photo, DOTS_PER_INCH);
  const pdf = drawing.drawCardPdf(faces, photo);
  const [front, back] = await Promise.all(pictures);
  if (!front.ok || !back.ok || !pixels.ok || !pdf.ok) return null;
  await card.register('front PNG', front.value);
  await card.register('back PNG', back.value);
  await card.register('front pixel rows', pixels.value.rgba);
  await card.register('PDF', pdf.value);
  return { front: front.value, back: back.value, pdf: pdf.value };
}
