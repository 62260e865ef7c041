import { createCanvas } from '@napi-rs/canvas';
import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../../shared/application/photo-format.ts';

/** A JPEG of a photo's size with nobody on it: decoding and scaling one is slow the first time. */
export function photoOfNobody(): Buffer {
  const canvas = createCanvas(PHOTO_WIDTH, PHOTO_HEIGHT);
  const context = canvas.getContext('2d');
  const light = context.createLinearGradient(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
  light.addColorStop(0, '#21405c');
  light.addColorStop(1, '#e8c9a4');
  context.fillStyle = light;
  context.fillRect(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
  return canvas.toBuffer('image/jpeg', 90);
}
