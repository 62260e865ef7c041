/** The length of a page header (PWG 5102.4, 4.3). */
export const PWG_HEADER_BYTES = 1796;

/** What differs from page to page and from printer to printer. Sizes in pixels of the page as it is fed. */
export interface PwgPage {
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: 1 | 3;
  readonly dotsPerInch: number;
  readonly pages: number;
  readonly isDuplex: boolean;
  readonly isTumble: boolean;
  /** Whether the picture was mirrored across the feed, and along it. */
  readonly isMirroredAcross: boolean;
  readonly isMirroredAlong: boolean;
  readonly pageSizeName: string;
}

/** Where the fields begin that this writer uses (PWG 5102.4, table 3). All others stay 0, the default. */
const AT = {
  pwgRaster: 0,
  duplex: 272,
  resolution: 276,
  copies: 340,
  pageSize: 352,
  tumble: 368,
  width: 372,
  height: 376,
  bitsPerColour: 384,
  bitsPerPixel: 388,
  bytesPerLine: 392,
  colourSpace: 400,
  colours: 420,
  totalPages: 452,
  crossFeedTransform: 456,
  feedTransform: 460,
  imageBoxRight: 472,
  imageBoxBottom: 476,
  alternatePrimary: 480,
  printQuality: 484,
  pageSizeName: 1732,
} as const;

/** `PageSizeName` is a string of 64 bytes with a zero behind it. */
const NAME = /^[ -~]{0,63}$/;
const POINTS_PER_INCH = 72;
const BITS = 8;
const SRGB = 19;
const SGRAY = 18;
const WHITE = 0xffffff;
/** `high` of print-quality (RFC 8011, 5.2.13): a card is made once. */
const HIGH_QUALITY = 5;

/** Whether a header can hold this name of a page size. A printer's own may be four times as long, and in any letters. */
export function fitsPageSizeName(name: string): boolean {
  return NAME.test(name);
}

/** One page header. A name that does not fit is a bug: the caller has another one for it. */
export function pwgHeader(page: PwgPage): Buffer {
  const { width, height, bytesPerPixel, dotsPerInch, pageSizeName } = page;
  if (!fitsPageSizeName(pageSizeName)) throw new Error('the name of the page size does not fit the header');
  const header = Buffer.alloc(PWG_HEADER_BYTES);
  const put = (at: number, ...values: readonly number[]): void => {
    for (const [index, value] of values.entries()) header.writeUInt32BE(value, at + index * 4);
  };
  const putTransform = (at: number, isMirrored: boolean): void => {
    header.writeInt32BE(isMirrored ? -1 : 1, at);
  };
  const points = (dots: number): number => Math.round((dots * POINTS_PER_INCH) / dotsPerInch);
  header.write('PwgRaster', AT.pwgRaster, 'latin1');
  put(AT.duplex, page.isDuplex ? 1 : 0);
  put(AT.resolution, dotsPerInch, dotsPerInch);
  put(AT.copies, 1);
  put(AT.pageSize, points(width), points(height));
  put(AT.tumble, page.isTumble ? 1 : 0);
  put(AT.width, width);
  put(AT.height, height);
  put(AT.bitsPerColour, BITS);
  put(AT.bitsPerPixel, BITS * bytesPerPixel);
  put(AT.bytesPerLine, width * bytesPerPixel);
  put(AT.colourSpace, bytesPerPixel === 3 ? SRGB : SGRAY);
  put(AT.colours, bytesPerPixel);
  put(AT.totalPages, page.pages);
  putTransform(AT.crossFeedTransform, page.isMirroredAcross);
  putTransform(AT.feedTransform, page.isMirroredAlong);
  put(AT.imageBoxRight, width);
  put(AT.imageBoxBottom, height);
  put(AT.alternatePrimary, WHITE);
  put(AT.printQuality, HIGH_QUALITY);
  header.write(pageSizeName, AT.pageSizeName, 'latin1');
  return header;
}
