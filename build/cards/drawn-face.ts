import { createCanvas } from '@napi-rs/canvas';
import { type DrawnFace, paintFace } from '../../renderer/photo/paint-face.ts';
import { PHOTO_HEIGHT, PHOTO_WIDTH } from '../../shared/application/photo-format.ts';

/** A portrait of nobody as the camera's JPEG. */
export function drawFace(face: DrawnFace): Buffer {
  const canvas = createCanvas(PHOTO_WIDTH, PHOTO_HEIGHT);
  paintFace(canvas.getContext('2d'), face);
  return canvas.toBuffer('image/jpeg', 92);
}
