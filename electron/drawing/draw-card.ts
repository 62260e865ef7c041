import {
  type Canvas,
  clearAllCache,
  createCanvas,
  Image,
  PDFDocument,
  type SKRSContext2D,
} from '@napi-rs/canvas';
import type { Face } from '../../shared/card/face.ts';
import type { Faces } from '../../shared/card/faces.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FontResolver } from './font-catalogue.ts';
import { createFonts, type Fonts } from './fonts.ts';
import { createLayout, type LayoutProblem, type PlacedFace } from './lay-out-face.ts';
import { setPageSize } from './page-size.ts';
import { paintItems } from './paint-face.ts';
import { writePng } from './png.ts';

/** Why there is no picture of a card. Nothing is ever left out to avoid one of these. */
export type DrawProblem = LayoutProblem | { readonly kind: 'photo-unreadable' };

/** Pixels as a printer's raster wants them: red, green, blue, alpha (always 255), row by row. */
export interface FacePixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
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
  /** The same picture as pixels, for raster printers. */
  readonly drawFacePixels: (
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
  ) => Result<FacePixels, DrawProblem>;
  /** A PDF with the front as page one and the back as page two, text as text, without dates or names in its data. */
  readonly drawCardPdf: (faces: Faces, photo: Uint8Array | null) => Result<Buffer, DrawProblem>;
  /** Lets go of the decoded photo, of all pictures, and of Skia's own caches of set text. The object stays usable. */
  readonly forget: () => void;
}

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;

type PdfContext = ReturnType<PDFDocument['beginPage']>;

/** The package's types leave `drawImage` out of the contexts of PDF pages, which do have it. */
function canDrawImages(context: PdfContext): context is PdfContext & SKRSContext2D {
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

  function paintGround(items: PlacedFace['items'], width: number, height: number, dotsPerMm: number): Canvas {
    const key = JSON.stringify([items, width, height, dotsPerMm]);
    const known = grounds.get(key);
    if (known !== undefined) return known;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.scale(dotsPerMm, dotsPerMm);
    paintItems(context, items, null, (length) => length);
    grounds.set(key, canvas);
    return canvas;
  }

  function paintCanvas(
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
  ): Result<Canvas, DrawProblem> {
    const prepared = prepare(face, photo);
    if (!prepared.ok) return prepared;
    const { placed, image } = prepared.value;
    const dotsPerMm = dotsPerInch / MM_PER_INCH;
    const canvas = createCanvas(Math.round(face.widthMm * dotsPerMm), Math.round(face.heightMm * dotsPerMm));
    const context = canvas.getContext('2d');
    const groundItems = countGround(placed);
    const ground = placed.items.slice(0, groundItems);
    context.drawImage(paintGround(ground, canvas.width, canvas.height, dotsPerMm), 0, 0);
    context.scale(dotsPerMm, dotsPerMm);
    context.imageSmoothingQuality = 'high';
    const snap = (lengthMm: number): number => Math.round(lengthMm * dotsPerMm) / dotsPerMm;
    paintItems(context, placed.items.slice(groundItems), image, snap);
    return ok(canvas);
  }

  function drawFacePixels(
    face: Face,
    photo: Uint8Array | null,
    dotsPerInch: number,
  ): Result<FacePixels, DrawProblem> {
    const canvas = paintCanvas(face, photo, dotsPerInch);
    if (!canvas.ok) return canvas;
    const { width, height } = canvas.value;
    return ok({ width, height, rgba: canvas.value.data() });
  }

  function drawCardPdf(faces: Faces, photo: Uint8Array | null): Result<Buffer, DrawProblem> {
    const front = prepare(faces.front, photo);
    if (!front.ok) return front;
    const back = prepare(faces.back, photo);
    if (!back.ok) return back;
    // Fast and as lossless as slow: the photo goes in as pixels, and packing them took two thirds of the time.
    const document = new PDFDocument({ title: 'Card', compressionLevel: 1 });
    const pointsPerMm = POINTS_PER_INCH / MM_PER_INCH;
    const widthPoints = faces.front.widthMm * pointsPerMm;
    const heightPoints = faces.front.heightMm * pointsPerMm;
    for (const { placed, image } of [front.value, back.value]) {
      const roundedHeight = Math.ceil(heightPoints);
      const context = document.beginPage(Math.ceil(widthPoints), roundedHeight);
      if (!canDrawImages(context)) throw new Error('this canvas cannot draw images in a PDF');
      // PDF counts from the bottom, so the card must end where the rounded page ends.
      context.translate(0, roundedHeight - heightPoints);
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
