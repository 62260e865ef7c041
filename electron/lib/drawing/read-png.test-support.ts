import { createCanvas, Image } from '@napi-rs/canvas';
import type { FacePixels } from './draw-card.ts';

/** The pixels of a PNG, by another reader than its writer. */
export function readPng(png: Uint8Array): FacePixels {
  const image = new Image();
  image.src = png;
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, rgba: Buffer.from(context.getImageData(0, 0, width, height).data) };
}
