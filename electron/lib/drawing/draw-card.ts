import { type Canvas, clearAllCache, type Image } from '@napi-rs/canvas';
import type { Face } from '../../../shared/card/face.ts';
import type { Faces } from '../../../shared/card/faces.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts, type Fonts } from './fonts.ts';
import { createGrounds, groundOf } from './grounds.ts';
import { createLayout, type LayoutProblem, type PlacedFace } from './lay-out-face.ts';
import { paintItems } from './paint-face.ts';
import { createPhotoDecoder, type PhotoProblem } from './photo-decoder.ts';
import { writePngMeanwhile } from './png.ts';
import { openSheet, sheetOf } from './sheet.ts';
import { writePdf } from './write-pdf.ts';

/** Why there is no picture of a card. Nothing is ever left out to avoid one of these. */
export type DrawProblem = LayoutProblem | PhotoProblem;

/** Pixels as a printer's raster wants them: red, green, blue, alpha (always 255), row by row. */
export interface FacePixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** How far the picture reaches over the card on every side, in millimetres; nothing said is 0. */
export interface Bleed {
  readonly bleedMm: number;
}

/** How the page of a PDF is laid out. `backUpsideDown`: for a printer that turns the card over its other edge. */
export interface PdfLayout extends Bleed {
  readonly backUpsideDown: boolean;
}

/** Draws the cards of one applicant, on grounds of a design that are nobody's. Everything it keeps is let go with the object. */
export interface CardDrawing {
  readonly fonts: Fonts;
  /**
   * A PNG. At 300 dots per inch: 1011 × 638 pixels. `photo` is a JPEG, or `null` while there is none. Painted before this
   * returns, and compressed while the caller goes on.
   */
  readonly drawFacePng: (
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
  ) => Promise<Result<Buffer, DrawProblem>>;
  /** The same picture as pixels, for raster printers. Bleed is added in whole dots around the same card. */
  readonly drawFacePixels: (
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
    bleed?: Bleed,
  ) => Result<FacePixels, DrawProblem>;
  /** A PDF with the front as page one and the back as page two, text as text, without dates or names in its data. */
  readonly drawCardPdf: (
    faces: Faces,
    photo: Uint8Array | null,
    layout?: PdfLayout,
  ) => Result<Buffer, DrawProblem>;
  /** Lets go of all that is a person's: the decoded photo, and Skia's own caches of set text. The object stays usable. */
  readonly forget: () => void;
}

const MM_PER_INCH = 25.4;
const NO_BLEED: Bleed = { bleedMm: 0 };
const PLAIN: PdfLayout = { bleedMm: 0, backUpsideDown: false };

/** A drawing for one applicant, with the bundled fonts in the place that `resolveFont` names. */
export function createCardDrawing(options: { readonly resolveFont: FontResolver }): CardDrawing {
  const fonts = createFonts(options.resolveFont);
  const layOut = createLayout(fonts);
  const photos = createPhotoDecoder();
  const grounds = createGrounds();

  function prepare(
    face: Face,
    photo: Uint8Array | null,
  ): Result<{ placed: PlacedFace; image: Image | null }, DrawProblem> {
    const placed = layOut(face);
    if (!placed.ok) return placed;
    if (photo === null) return ok({ placed: placed.value, image: null });
    const image = photos.decode(photo);
    return image.ok ? ok({ placed: placed.value, image: image.value }) : image;
  }

  function paintCanvas(
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
    { bleedMm }: Bleed,
  ): Result<Canvas, DrawProblem> {
    const prepared = prepare(face, photo);
    if (!prepared.ok) return prepared;
    const { placed, image } = prepared.value;
    const sheet = sheetOf(face, dotsPerInch / MM_PER_INCH, bleedMm);
    const ground = groundOf(placed);
    const { canvas, context } = openSheet(sheet, grounds.of(ground, sheet));
    context.imageSmoothingQuality = 'high';
    const snap = (lengthMm: number): number => Math.round(lengthMm * sheet.dotsPerMm) / sheet.dotsPerMm;
    paintItems(context, placed.items.slice(ground.length), image, snap);
    return ok(canvas);
  }

  function drawFacePixels(
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
    bleed: Bleed = NO_BLEED,
  ): Result<FacePixels, DrawProblem> {
    const canvas = paintCanvas(face, photo, dotsPerInch, bleed);
    if (!canvas.ok) return canvas;
    const { width, height } = canvas.value;
    return ok({ width, height, rgba: canvas.value.data() });
  }

  function drawCardPdf(
    faces: Faces,
    photo: Uint8Array | null,
    { bleedMm, backUpsideDown }: PdfLayout = PLAIN,
  ): Result<Buffer, DrawProblem> {
    const front = prepare(faces.front, photo);
    if (!front.ok) return front;
    const back = prepare(faces.back, photo);
    if (!back.ok) return back;
    const { widthMm, heightMm } = faces.front;
    const pages = [
      { items: front.value.placed.items, photo: front.value.image, turned: false },
      { items: back.value.placed.items, photo: back.value.image, turned: backUpsideDown },
    ];
    return ok(writePdf('Card', { widthMm, heightMm, bleedMm }, pages));
  }

  return {
    fonts,
    async drawFacePng(face, photo, dotsPerInch) {
      const pixels = drawFacePixels(face, photo, dotsPerInch);
      return pixels.ok ? ok(await writePngMeanwhile(pixels.value, dotsPerInch)) : pixels;
    },
    drawFacePixels,
    drawCardPdf,
    forget: () => {
      photos.forget();
      clearAllCache();
    },
  };
}
