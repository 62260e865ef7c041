import { type Image, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { PlacedItem } from './lay-out-face.ts';
import { setPageSize } from './page-size.ts';
import { paintItems } from './paint-face.ts';

/** One page of a PDF. `turned`: upside down. */
export interface PdfPage {
  readonly items: readonly PlacedItem[];
  readonly photo: Image | null;
  readonly turned: boolean;
}

/** The size of what is drawn, and how far its page reaches over it on every side. */
export interface PdfSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly bleedMm: number;
}

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH;

type PdfContext = ReturnType<PDFDocument['beginPage']>;

/** The package's types leave `drawImage` out of the contexts of PDF pages, which do have it. */
function canDrawImages(context: PdfContext): context is PdfContext & SKRSContext2D {
  return 'drawImage' in context;
}

/** Pages of exactly this size, text as text, without dates or names in the document's data. */
export function writePdf(title: 'Card' | 'Paper', size: PdfSize, pages: readonly PdfPage[]): Buffer {
  // Fast and as lossless as slow: a photo goes in as pixels, and packing them took two thirds of the time.
  const document = new PDFDocument({ title, compressionLevel: 1 });
  const { widthMm, heightMm, bleedMm } = size;
  const widthPoints = (widthMm + 2 * bleedMm) * POINTS_PER_MM;
  const heightPoints = (heightMm + 2 * bleedMm) * POINTS_PER_MM;
  for (const { items, photo, turned } of pages) {
    const roundedHeight = Math.ceil(heightPoints);
    const context = document.beginPage(Math.ceil(widthPoints), roundedHeight);
    if (!canDrawImages(context)) throw new Error('this canvas cannot draw images in a PDF');
    // PDF counts from the bottom, so what is drawn must end where the rounded page ends.
    context.translate(0, roundedHeight - heightPoints);
    if (turned) {
      context.translate(widthPoints, heightPoints);
      context.rotate(Math.PI);
    }
    context.translate(bleedMm * POINTS_PER_MM, bleedMm * POINTS_PER_MM);
    context.scale(POINTS_PER_MM, POINTS_PER_MM);
    paintItems(context, items, photo, (length) => length);
    document.endPage();
  }
  const sized = setPageSize(document.close(), { widthPoints, heightPoints });
  if (!sized.ok) throw new Error('the PDF of this canvas has no page size in the clear');
  return sized.value;
}
