import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas, Image } from '@napi-rs/canvas';

const WIDTH = 1280;
const HEIGHT = 960;
const FRAMES = 3;

/**
 * Writes a motion-JPEG file that Chromium takes in the place of a camera: a drawn face (no real person)
 * whose frames differ a little, as a camera's do. `seed` makes another picture, so that two applicants of a
 * test have photos with different bytes.
 */
export function writeCameraFile(path: string, seed: number): void {
  const face = new Image();
  face.src = readFileSync(new URL('faces/drawn-face.svg', import.meta.url));
  const frames: Buffer[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const canvas = createCanvas(WIDTH, HEIGHT);
    const context = canvas.getContext('2d');
    context.drawImage(face, 0, 0, WIDTH, HEIGHT);
    // Freckles: what a seed can vary without making the drawing worse.
    context.fillStyle = 'rgba(110, 60, 35, 0.5)';
    for (let spot = 0; spot < 24; spot += 1) {
      const angle = seed * 7.31 + spot * 2.4 + frame * 0.002;
      context.beginPath();
      context.arc(
        WIDTH / 2 + Math.cos(angle) * (40 + spot * 5),
        520 + Math.sin(angle) * (20 + spot * 2),
        2.5,
        0,
        7,
      );
      context.fill();
    }
    frames.push(canvas.toBuffer('image/jpeg', 90));
  }
  writeFileSync(path, Buffer.concat(frames));
}
