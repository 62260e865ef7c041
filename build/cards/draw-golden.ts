import { createCardDrawing, type FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import type { Face } from '../../shared/card/face.ts';
import { GOLDEN_DOTS_PER_INCH } from './golden-picture.ts';

/** Draws a face of the collection as every kiosk would. */
export function drawGolden(face: Face, photo: Uint8Array): FacePixels {
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const pixels = drawing.drawFacePixels(face, photo, GOLDEN_DOTS_PER_INCH);
  if (!pixels.ok) throw new Error(`a golden card cannot be drawn: ${JSON.stringify(pixels.error)}`);
  return pixels.value;
}
