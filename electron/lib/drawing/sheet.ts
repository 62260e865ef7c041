import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../../../shared/card/face.ts';

/** A picture's size in dots, and where the card begins on it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMm: number;
  readonly bleedDots: number;
}

/** The bleed is whole dots, so that whatever is snapped to dots on the card still is. */
export function sheetOf(face: Pick<Face, 'widthMm' | 'heightMm'>, dotsPerMm: number, bleedMm: number): Sheet {
  const bleedDots = Math.round(bleedMm * dotsPerMm);
  return {
    width: Math.round(face.widthMm * dotsPerMm) + 2 * bleedDots,
    height: Math.round(face.heightMm * dotsPerMm) + 2 * bleedDots,
    dotsPerMm,
    bleedDots,
  };
}

/** An empty picture, or one on a ground, whose unit is the millimetre and whose origin is the card's corner. */
export function openSheet(sheet: Sheet, ground?: Canvas): { canvas: Canvas; context: SKRSContext2D } {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d');
  if (ground !== undefined) context.drawImage(ground, 0, 0);
  context.translate(sheet.bleedDots, sheet.bleedDots);
  context.scale(sheet.dotsPerMm, sheet.dotsPerMm);
  return { canvas, context };
}
