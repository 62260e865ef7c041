import { unreachable } from '../../../shared/result.ts';
import type { FacePixels } from './draw-card.ts';
import { pwgHeader } from './pwg-header.ts';
import { packLines } from './pwg-lines.ts';
import {
  colourPixels,
  greyPixels,
  mirrorColumns,
  mirrorRows,
  quarterTurn,
  type Walk,
  walkOver,
} from './turn-pixels.ts';

/** How a printer wants the back of a sheet (`pwg-raster-document-sheet-back`, PWG 5102.4, 5.3). */
export type SheetBack = 'normal' | 'flipped' | 'manual-tumble' | 'rotated';

/** What a printer says of itself and of its media, in the words of IPP. */
export interface PwgRasterOptions {
  readonly dotsPerInch: number;
  /** `pwg-raster-document-type`. */
  readonly colour: 'srgb_8' | 'sgray_8';
  readonly sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
  readonly sheetBack: SheetBack;
  /** Whether the card lies across its media: a card lies on its long side, and most printers feed the short one first. */
  readonly rotate: boolean;
  /** The media's self-describing name, `iso_id-1_53.98x85.6mm`. Must fit: see `fitsPageSizeName`. */
  readonly pageSizeName: string;
}

/** Pages one after the other. A page of paper has a hundred megabytes of pixels: they may be drawn as they are taken. */
export type PagesOfPixels = Iterable<FacePixels> & { readonly length: number };

const SYNC_WORD = 'RaS2';

interface BackTransform {
  readonly isMirroredAcross: boolean;
  readonly isMirroredAlong: boolean;
}

/** What has to be done to a back, so that this printer's way of turning the sheet comes out right (PWG 5102.4, table 10). */
function transformOfBack(sheetBack: SheetBack, isTumble: boolean): BackTransform {
  switch (sheetBack) {
    case 'normal':
      return { isMirroredAcross: false, isMirroredAlong: false };
    case 'flipped':
      return { isMirroredAcross: isTumble, isMirroredAlong: !isTumble };
    case 'manual-tumble':
      return { isMirroredAcross: isTumble, isMirroredAlong: isTumble };
    case 'rotated':
      return { isMirroredAcross: !isTumble, isMirroredAlong: !isTumble };
    default:
      return unreachable(sheetBack);
  }
}

const UNTOUCHED: BackTransform = { isMirroredAcross: false, isMirroredAlong: false };

/** The order in which the pixels of a page are sent. */
function walkOf(page: FacePixels, options: PwgRasterOptions, isBack: boolean, back: BackTransform): Walk {
  let walk = walkOver(page.width, page.height);
  if (options.rotate) walk = quarterTurn(walk);
  const isTumble = options.sides === 'two-sided-short-edge';
  // A card is turned over like the page of a book: about its short middle line. A printer that turns the sheet about
  // the other one gets the back on its head.
  if (isBack && options.rotate !== isTumble) walk = mirrorRows(mirrorColumns(walk));
  if (back.isMirroredAcross) walk = mirrorRows(walk);
  if (back.isMirroredAlong) walk = mirrorColumns(walk);
  return walk;
}

/**
 * Pages as one stream of PWG Raster (PWG 5102.4), 8 bits a channel. With two sides every second page is a back, turned
 * and mirrored as the printer wants it; with one side none is. Whatever is fed first is the card's right edge when
 * `rotate` is set: its top lies to the left, as IPP turns lying pages.
 */
export function encodePwgRaster(pages: PagesOfPixels, options: PwgRasterOptions): Buffer {
  const isDuplex = options.sides !== 'one-sided';
  const isTumble = options.sides === 'two-sided-short-edge';
  const bytesPerPixel = options.colour === 'srgb_8' ? 3 : 1;
  const parts: Uint8Array[] = [Buffer.from(SYNC_WORD, 'latin1')];
  let index = 0;
  for (const page of pages) {
    const isBack = isDuplex && index % 2 === 1;
    const back = isBack ? transformOfBack(options.sheetBack, isTumble) : UNTOUCHED;
    const walk = walkOf(page, options, isBack, back);
    const { width, height } = walk;
    const { dotsPerInch, pageSizeName } = options;
    const pixels = bytesPerPixel === 3 ? colourPixels(page.rgba, walk) : greyPixels(page.rgba, walk);
    parts.push(
      pwgHeader({
        ...{ width, height, bytesPerPixel, dotsPerInch, pageSizeName },
        ...{ pages: pages.length, isDuplex, isTumble, ...back },
      }),
      packLines(pixels, width, height, bytesPerPixel),
    );
    index += 1;
  }
  return Buffer.concat(parts);
}
