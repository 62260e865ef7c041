import { type Canvas, clearAllCache, Image, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../../../shared/card/face.ts';
import type { Faces } from '../../../shared/card/faces.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts, type Fonts } from './fonts.ts';
import { createLayout, type LayoutProblem, type PlacedFace, type PlacedItem } from './lay-out-face.ts';
import { setPageSize } from './page-size.ts';
import { paintItems } from './paint-face.ts';
import { writePng } from './png.ts';
import { openSheet, type Sheet, sheetOf } from './sheet.ts';

/** Why there is no picture of a card. Nothing is ever left out to avoid one of these. */
export type DrawProblem = LayoutProblem | { readonly kind: 'photo-unreadable' };

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

/** Draws the cards of one applicant. Everything it keeps is let go with the object. */
export interface CardDrawing {
  readonly fonts: Fonts;
  /** A PNG. At 300 dots per inch: 1011 × 638 pixels. `photo` is a JPEG, or `null` while there is none. */
  readonly drawFacePng: (
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
  ) => Result<Buffer, DrawProblem>;
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
  /** Lets go of the decoded photo, of all pictures, and of Skia's own caches of set text. The object stays usable. */
  readonly forget: () => void;
}

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const NO_BLEED: Bleed = { bleedMm: 0 };
const PLAIN: PdfLayout = { bleedMm: 0, backUpsideDown: false };

type PdfContext = ReturnType<PDFDocument['beginPage']>;

/** The package's types leave `drawImage` out of the contexts of PDF pages, which do have it. */
export function canDrawImages(context: PdfContext): context is PdfContext & SKRSContext2D {
  return 'drawImage' in context;
}

/** How many items at the start hold nothing of a person: the ground, always the same, is painted once. */
function countGround(face: PlacedFace): number {
  const first = face.items.findIndex((item) => item.kind !== 'rectangle' && item.kind !== 'strokes');
  return first < 0 ? face.items.length : first;
}

/** A drawing for one applicant, with the bundled fonts in the place that `resolveFont` names. */
export function createCardDrawing(options: { readonly resolveFont: FontResolver }): CardDrawing {
  const fonts = createFonts(options.resolveFont);
  const layOut = createLayout(fonts);
  const grounds = new Map<string, Canvas>();
  let decoded: { readonly bytes: Uint8Array; readonly image: Image } | null = null;

  function decode(bytes: Uint8Array): Result<Image, DrawProblem> {
    if (decoded?.bytes === bytes) return ok(decoded.image);
    const image = new Image();
    try {
      image.src = bytes;
    } catch {
      return err({ kind: 'photo-unreadable' });
    }
    if (!image.complete || image.width === 0) return err({ kind: 'photo-unreadable' });
    decoded = { bytes, image };
    return ok(image);
  }

  function prepare(
    face: Face,
    photo: Uint8Array | null,
  ): Result<{ placed: PlacedFace; image: Image | null }, DrawProblem> {
    const placed = layOut(face);
    if (!placed.ok) return placed;
    if (photo === null) return ok({ placed: placed.value, image: null });
    const image = decode(photo);
    return image.ok ? ok({ placed: placed.value, image: image.value }) : image;
  }

  function paintGround(items: readonly PlacedItem[], sheet: Sheet): Canvas {
    const key = JSON.stringify([items, sheet]);
    const known = grounds.get(key);
    if (known !== undefined) return known;
    const { canvas, context } = openSheet(sheet);
    paintItems(context, items, null, (length) => length);
    grounds.set(key, canvas);
    return canvas;
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
    const groundItems = countGround(placed);
    const ground = paintGround(placed.items.slice(0, groundItems), sheet);
    const { canvas, context } = openSheet(sheet, ground);
    context.imageSmoothingQuality = 'high';
    const snap = (lengthMm: number): number => Math.round(lengthMm * sheet.dotsPerMm) / sheet.dotsPerMm;
    paintItems(context, placed.items.slice(groundItems), image, snap);
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
    // Fast and as lossless as slow: the photo goes in as pixels, and packing them took two thirds of the time.
    const document = new PDFDocument({ title: 'Card', compressionLevel: 1 });
    const pointsPerMm = POINTS_PER_INCH / MM_PER_INCH;
    const widthPoints = (faces.front.widthMm + 2 * bleedMm) * pointsPerMm;
    const heightPoints = (faces.front.heightMm + 2 * bleedMm) * pointsPerMm;
    const pages = [
      { ...front.value, turned: false },
      { ...back.value, turned: backUpsideDown },
    ];
    for (const { placed, image, turned } of pages) {
      const roundedHeight = Math.ceil(heightPoints);
      const context = document.beginPage(Math.ceil(widthPoints), roundedHeight);
      if (!canDrawImages(context)) throw new Error('this canvas cannot draw images in a PDF');
      // PDF counts from the bottom, so the card must end where the rounded page ends.
      context.translate(0, roundedHeight - heightPoints);
      if (turned) {
        context.translate(widthPoints, heightPoints);
        context.rotate(Math.PI);
      }
      context.translate(bleedMm * pointsPerMm, bleedMm * pointsPerMm);
      context.scale(pointsPerMm, pointsPerMm);
      paintItems(context, placed.items, image, (length) => length);
      document.endPage();
    }
    const sized = setPageSize(document.close(), { widthPoints, heightPoints });
    if (!sized.ok) throw new Error('the PDF of this canvas has no page size in the clear');
    return sized;
  }

  return {
    fonts,
    drawFacePng: (face, photo, dotsPerInch) => {
      const pixels = drawFacePixels(face, photo, dotsPerInch);
      return pixels.ok ? ok(writePng(pixels.value, dotsPerInch)) : pixels;
    },
    drawFacePixels,
    drawCardPdf,
    forget: () => {
      decoded = null;
      grounds.clear();
      clearAllCache();
    },
  };
}
