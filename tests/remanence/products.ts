import { createCanvas, Image } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { createCardDrawing } from '../../electron/lib/drawing/draw-card.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { drawDocument } from '../../electron/print/card/draw-document.ts';
import { checkAnswers, emptyAnswers } from '../../shared/application/answers.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { describeFaces } from '../../shared/card/faces.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';
import { cardDataFrom } from '../../shared/programme/card-data-from.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { fingerprintsOf } from '../../shared/remanence/fingerprints.ts';
import { patternsOfBytes, type SearchPattern } from '../../shared/remanence/patterns.ts';
import type { CanaryPerson } from './person.ts';

const FINGERPRINTS = 12;

/** Raw only: nothing of ours writes pictures in base64 or hex, and thousands of forms would only cost time. */
function fingerprintPatterns(
  label: string,
  bytes: Uint8Array,
  count = FINGERPRINTS,
): readonly SearchPattern[] {
  return fingerprintsOf(bytes, count).map((fingerprint) => ({ label, encoding: 'raw', bytes: fingerprint }));
}

/** The photo as the page took it and the core keeps it. */
export async function photoOf(page: Page): Promise<Uint8Array> {
  const numbers: unknown = await page.evaluate(async () => {
    const answer = await window.counterfoil.call('photo', {});
    const text = JSON.stringify(answer, (_key, value) => (value instanceof Uint8Array ? [...value] : value));
    return JSON.parse(text).value.jpeg;
  });
  if (!Array.isArray(numbers)) throw new Error('the page gives no photo');
  return Uint8Array.from(numbers.map(Number));
}

/** The forms into which the product itself turns a photo: the JPEG, and its decoded rows. */
export function photoPatterns(jpeg: Uint8Array): readonly SearchPattern[] {
  const image = new Image();
  image.src = jpeg;
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const rows = context.getImageData(0, 0, image.width, image.height).data;
  return [
    ...fingerprintPatterns('photo JPEG', jpeg),
    ...fingerprintPatterns('photo pixel rows', new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength)),
  ];
}

/** The form in which a produced record has the photo. */
export function recordPhotoPatterns(jpeg: Uint8Array): readonly SearchPattern[] {
  return fingerprintPatterns('photo in base64', Buffer.from(Buffer.from(jpeg).toString('base64')));
}

/**
 * The forms that a print worker makes, drawn anew here: for a `queue` the dots as they are sent to it; for the built-in
 * printer, which is a picture itself, the front as PNG and as pixel rows, and the PDF.
 */
export async function printPatterns(
  person: CanaryPerson,
  photo: Uint8Array,
  cardNumber: string,
  today: CalendarDate,
  queue: IppPrinter | null,
): Promise<readonly SearchPattern[]> {
  const checked = checkAnswers({ ...emptyAnswers, ...person }, harborCity.fields, today);
  if (!checked.ok) throw new Error('the canaries are not valid answers');
  const faces = describeFaces(cardDataFrom(checked.value, harborCity, cardNumber, today), harborCity.card);
  const drawing = createCardDrawing({ resolveFont: findInstalledFont });
  if (queue !== null) {
    const { bleedMm } = harborCity.card;
    const card = { faces, bleedMm, photo, register: () => Promise.resolve(), seal: () => null };
    const sent = await drawDocument(card, queue, drawing);
    if (sent?.mimeType !== 'image/pwg-raster') throw new Error('the queue takes no dots');
    return fingerprintPatterns('card raster', sent.bytes);
  }
  const front = await drawing.drawFacePng(faces.front, photo, 300);
  const pixels = drawing.drawFacePixels(faces.front, photo, 300);
  const pdf = drawing.drawCardPdf(faces, photo);
  if (!front.ok || !pixels.ok || !pdf.ok) throw new Error('the canary card cannot be drawn');
  return [
    ...fingerprintPatterns('card PNG', front.value),
    ...fingerprintPatterns('card pixel rows', pixels.value.rgba),
    ...fingerprintPatterns('card PDF', pdf.value),
  ];
}

/** An application's key, as the witness heard it. */
export function keyPatterns(key: Uint8Array): readonly SearchPattern[] {
  return patternsOfBytes('key', key);
}
