import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { type CardDrawing, createCardDrawing } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { encodePwgRaster } from '../../electron/lib/drawing/pwg-raster.ts';
import { describeFaces, type Faces } from '../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { cardMarkup, emptyCardPage, samplePhoto } from './card-page.ts';
import { type EmptyApp, startEmptyApp } from './empty-app.ts';
import type { Comparison } from './statistics.ts';

const DOTS_PER_INCH = 300;
/** Of CSS. */
const PIXELS_PER_INCH = 96;
const MM_PER_INCH = 25.4;
const WARM_UP = 2;
const SETTLE_MILLISECONDS = 500;

const printed = z.object({
  fill: z.number(),
  print: z.number(),
  capture: z.number(),
  pdf: z.string(),
  png: z.string(),
});
type Printed = z.output<typeof printed>;

async function printInChromium(app: EmptyApp, faces: Faces, photo: Uint8Array): Promise<Printed> {
  const answer = new Promise<unknown>((resolve) => {
    app.process.once('message', resolve);
  });
  const { widthMm, heightMm } = faces.front;
  app.process.send({
    // Laid out here, outside the measured time: Chromium is given sizes and line breaks.
    markup: cardMarkup(faces, photo),
    scale: DOTS_PER_INCH / PIXELS_PER_INCH,
    width: (widthMm / MM_PER_INCH) * PIXELS_PER_INCH,
    height: (2 * heightMm * PIXELS_PER_INCH) / MM_PER_INCH,
  });
  return printed.parse(await answer);
}

type Drawn = readonly { readonly ok: boolean }[];

/** Milliseconds of a drawing from the answers to the bytes of a file. */
async function timed(drawing: CardDrawing, draw: (faces: Faces) => Drawn | Promise<Drawn>): Promise<number> {
  const began = performance.now();
  const done = await draw(describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME));
  const milliseconds = performance.now() - began;
  if (!done.every(({ ok }) => ok)) throw new Error('the sample card cannot be drawn');
  // Nothing of one card may speed up the next: another person has another photo and other words. The design's ground is
  // nobody's, and stays as it does in a worker that was made ready.
  drawing.forget();
  return milliseconds;
}

/** Both faces as a raster printer takes them, upright. */
function drawRaster(drawing: CardDrawing, faces: Faces, photo: Uint8Array): Drawn {
  const front = drawing.drawFacePixels(faces.front, photo, DOTS_PER_INCH);
  const back = drawing.drawFacePixels(faces.back, photo, DOTS_PER_INCH);
  if (!front.ok || !back.ok) return [front, back];
  const stream = encodePwgRaster([front.value, back.value], {
    dotsPerInch: DOTS_PER_INCH,
    colour: 'srgb_8',
    sides: 'two-sided-short-edge',
    sheetBack: 'normal',
    rotate: true,
    pageSizeName: 'iso_id-1_53.98x85.6mm',
  });
  return [{ ok: stream.length > 0 }];
}

/** Compares our drawing of a whole card with what Chromium takes for the same content. */
export async function measureDrawing(
  ready: ReadyKiosk,
  folder: string,
  rounds: number,
): Promise<readonly Comparison[]> {
  const faces = describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME);
  const path = join(folder, 'card.html');
  writeFileSync(path, emptyCardPage(faces));
  const app = startEmptyApp(ready, 'window', path);
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  const png: number[] = [];
  const pdf: number[] = [];
  const pwg: number[] = [];
  const chromium: Printed[] = [];
  try {
    await app.loaded;
    await delay(SETTLE_MILLISECONDS);
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const photo = samplePhoto(round + WARM_UP);
      const ourPng = await timed(drawing, ({ front, back }) =>
        Promise.all([front, back].map((face) => drawing.drawFacePng(face, photo, DOTS_PER_INCH))),
      );
      const ourPdf = await timed(drawing, (both) => [drawing.drawCardPdf(both, photo)]);
      const ourPwg = await timed(drawing, (both) => drawRaster(drawing, both, photo));
      const theirs = await printInChromium(app, faces, photo);
      if (round < 0) continue;
      if (round === 0) {
        // For whoever doubts that it is the same card.
        writeFileSync(join(folder, 'chromium-card.pdf'), Buffer.from(theirs.pdf, 'base64'));
        writeFileSync(join(folder, 'chromium-card.png'), Buffer.from(theirs.png, 'base64'));
      }
      png.push(ourPng);
      pdf.push(ourPdf);
      pwg.push(ourPwg);
      chromium.push(theirs);
    }
  } finally {
    await app.stop();
  }
  const goal = 0.5;
  const whole = chromium.map(({ fill, print }) => fill + print);
  const bare = chromium.map(({ print }) => print);
  const captured = chromium.map(({ fill, capture }) => fill + capture);
  const names = {
    png: 'both faces as PNG, 300 dpi',
    pdf: 'both faces as PDF',
    pwg: 'both faces as PWG Raster, 300 dpi',
  };
  const printing = 'Chromium: card put into a loaded page, printToPDF';
  return [
    { what: names.png, baseline: printing, goal, ours: png, theirs: whole },
    { what: names.pdf, baseline: printing, goal, ours: pdf, theirs: whole },
    { what: names.pwg, baseline: printing, goal, ours: pwg, theirs: whole },
    {
      what: names.png,
      baseline: 'Chromium: the same page captured as PNG, 300 dpi',
      goal,
      ours: png,
      theirs: captured,
    },
    {
      what: names.pdf,
      baseline: 'Chromium: printToPDF alone, nothing to put in',
      goal,
      ours: pdf,
      theirs: bare,
    },
  ];
}
