import { createCanvas } from '@napi-rs/canvas';

/** A JPEG of the one size that a card has room for, different for each seed. Nobody's face. */
export function drawnPhoto(seed = 1, [width, height] = [480, 600]): Uint8Array {
  const canvas = createCanvas(width ?? 480, height ?? 600);
  const context = canvas.getContext('2d');
  for (let spot = 0; spot < 200; spot += 1) {
    const value = (spot * 7919 + seed * 104_729) % 997;
    context.fillStyle = `hsl(${value % 360} 60% ${20 + (value % 60)}%)`;
    context.fillRect((value * 13) % 480, (spot * 31) % 600, 60 + (value % 50), 45);
  }
  return new Uint8Array(canvas.toBuffer('image/jpeg', 90));
}
