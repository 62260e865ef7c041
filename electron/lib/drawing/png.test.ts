import { expect, test } from 'vitest';
import { writePng, writePngMeanwhile } from './png.ts';
import { readPng } from './read-png.test-support.ts';

test('another reader sees the same pixels, whichever way they were written, and wherever they lay', async () => {
  const width = 7;
  const height = 5;
  const rgba = Buffer.from(
    Array.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : (index * 37) % 256)),
  );
  const png = writePng({ width, height, rgba }, 300);
  expect(readPng(png).rgba.equals(rgba)).toBe(true);
  expect((await writePngMeanwhile({ width, height, rgba }, 300)).equals(png)).toBe(true);
  const crooked = Buffer.concat([Buffer.alloc(1), rgba]).subarray(1);
  expect(writePng({ width, height, rgba: crooked }, 300).equals(png)).toBe(true);
});

test('it carries the density and nothing else', () => {
  const png = writePng({ width: 1, height: 1, rgba: Buffer.alloc(4) }, 300);
  const at = png.indexOf('pHYs');
  expect(png.readUInt32BE(at + 4)).toBe(11811);
  expect(png.toString('latin1')).not.toMatch(/tEXt|iTXt|tIME/u);
});
