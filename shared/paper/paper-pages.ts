/** A text that runs over as many lines as it needs, in its true size: a paper is never fitted. */
export interface PaperText {
  readonly text: string;
  readonly sizePoints: number;
  readonly weight: 400 | 700;
  /** From the text above it, or from the top of its column. */
  readonly gapMm: number;
  /** One of a list: a bullet stands before it, and its lines begin behind that. */
  readonly bullet: boolean;
}

export interface PaperColumn {
  readonly xMm: number;
  readonly widthMm: number;
  readonly texts: readonly PaperText[];
  /** A QR code at the top of the column, as wide as it is, in the place of texts. */
  readonly code?: string;
}

/** What stands side by side. A band is as high as its highest column, and the next one stands below it. */
export interface PaperBand {
  readonly gapMm: number;
  readonly columns: readonly PaperColumn[];
  /** A perforation as high as the band, or none. */
  readonly perforationXMm: number | null;
  /** A line over the whole page at the end of the band, so far below its texts; or none. */
  readonly ruleBelow: { readonly gapMm: number; readonly thicknessMm: number } | null;
  /** A heading, say: no page ends with it. */
  readonly keepWithNext?: boolean;
}

/** A paper in millimetres, origin at the top left of each page. */
export interface PaperPages {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
  /** The side on which lines begin. `rtl`: columns are placed from the right already. */
  readonly direction: 'ltr' | 'rtl';
  readonly bands: readonly PaperBand[];
  /** Around each page, so far from its edges; or none. */
  readonly frame: { readonly edgeMm: number; readonly thicknessMm: number } | null;
  /** At the end of each page, of as many as are needed. Null: the paper has one page and no more. */
  readonly footer: {
    readonly heightMm: number;
    /** Pages count from 1. */
    textOf(page: number, pages: number): PaperText;
  } | null;
}
