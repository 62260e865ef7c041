import { createCanvas, Image } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { writePng } from './png.ts';

test('another reader sees the same pixels', () => {
  const width = 7;
  const height = 5;
  const rgba = Buffer.from(
    Array.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : (index * 37) % 256)),
  );
  const image = new Image();
  image.src = writePng({ width, height, rgba }, 300);
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  expect(Buffer.from(context.getImageData(0, 0, width, height).data).equals(rgba)).toBe(true);
});

test('it carries the density and nothing else', () => {
  const png = writePng({ width: 1, height: 1, rgba: Buffer.alloc(4) }, 300);
  const at = png.indexOf('pHYs');
  expect(png.readUInt32BE(at + 4)).toBe(11811);
  expect(png.toString('latin1')).not.toMatch(/tEXt|iTXt|tIME/u);
});
