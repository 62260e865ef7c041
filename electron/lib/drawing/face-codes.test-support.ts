import type { CodeItem, Face } from '../../../shared/card/face.ts';
import { createCardDrawing, type FacePixels } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import { createLayout } from './lay-out-face.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });
const layOut = createLayout(createFonts(findInstalledFont));

/** The codes of a face in the order of painting: the QR code, and the barcode if there is one. */
export function codesOf(face: Face): readonly CodeItem[] {
  const placed = layOut(face);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value.items.flatMap((item) => (item.kind === 'code' ? [item] : []));
}

/** A whole face without a photo. */
export function drawn(face: Face, dotsPerInch: number): FacePixels {
  const pixels = drawing.drawFacePixels(face, null, dotsPerInch);
  if (!pixels.ok) throw new Error(JSON.stringify(pixels.error));
  return pixels.value;
}
