import type { Box } from '../card-size.ts';
import type { FaceTextField, FitRule, TextItem } from '../face.ts';
import type { GroundPattern } from '../ground/patterns.ts';
import type { Seal } from '../seals/seal.ts';

/**
 * A colour by its part in the design. `accent` is the programme's, `second` the design's own; `on-accent` is black
 * or white, whichever reads better. Thinned colours are opaque: mixed with white.
 */
export type DesignColour =
  | 'black'
  | 'white'
  | 'ink'
  | 'accent'
  | 'second'
  | 'on-accent'
  | { readonly thin: 'accent' | 'second'; readonly share: number };

/** A filled area. */
export interface AreaPart extends Box {
  readonly part: 'area';
  readonly colour: DesignColour;
  readonly radiusMm: number;
}

/** Fine lines within a box. */
export interface LinesPart {
  readonly part: 'lines';
  readonly pattern: GroundPattern;
  readonly colour: DesignColour;
  readonly within: Box;
}

/** A straight line across. */
export interface RulePart {
  readonly part: 'rule';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly strokeMm: number;
  readonly colour: DesignColour;
}

/** A run of the perforation; where it stands is the same for every design. */
export interface PerforationPart {
  readonly part: 'perforation';
  readonly fromYMm: number;
  readonly toYMm: number;
  readonly colour: DesignColour;
}

/** The design's seal around a centre. */
export interface SealPart {
  readonly part: 'seal';
  readonly xMm: number;
  readonly yMm: number;
  readonly radiusMm: number;
  readonly colour: DesignColour;
}

/** The photo, 4:5 as it is taken. */
export interface PhotoPart extends Box {
  readonly part: 'photo';
  readonly radiusMm: number;
}

/** How a text looks and fits. Sizes are ems in millimetres; 1 mm is 2.8 points. */
export interface TextLook {
  readonly sizeMm: number;
  readonly weight: 400 | 700;
  readonly colour: DesignColour;
  readonly alignment: TextItem['alignment'];
  readonly anchor: TextItem['anchor'];
  readonly tracking: number;
  readonly fit: FitRule;
}

/** A text in its box, with a label above it if it has one. Where the card has no such text, neither is there. */
export interface TextPart extends Box {
  readonly part: 'text';
  readonly field: Exclude<FaceTextField, 'label'>;
  readonly label: string | null;
  readonly look: TextLook;
  /** A greater height where the card has none of those texts: what lies below is free then. */
  readonly heightWithout?: { readonly fields: readonly FaceTextField[]; readonly heightMm: number };
}

/** One entry of a stack: a label, texts below one another, and a place for the barcode before them. */
export interface StackEntry {
  readonly label: string;
  readonly barcodeHeightMm: number;
  readonly lines: readonly {
    readonly field: Exclude<FaceTextField, 'label'>;
    readonly heightMm: number;
    readonly look: TextLook;
  }[];
}

/**
 * Entries from the top down; an entry that the card does not have leaves no gap. They end above `toMm`: where they would
 * not, they begin and follow one another as `tight` says.
 */
export interface StackPart {
  readonly part: 'stack';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly gapMm: number;
  readonly toMm: number;
  readonly tight: { readonly yMm: number; readonly gapMm: number };
  readonly entries: readonly StackEntry[];
}

/** The square place of the QR code with its quiet zone, on bare white. Without a number there is neither. */
export interface CodePart {
  readonly part: 'code';
  readonly xMm: number;
  readonly yMm: number;
  readonly sizeMm: number;
  /** The white, at least as large as the place. */
  readonly white: Box;
}

export type DesignPart =
  | AreaPart
  | LinesPart
  | RulePart
  | PerforationPart
  | SealPart
  | PhotoPart
  | TextPart
  | StackPart
  | CodePart;

/** A complete design: what stands where on both faces, in the order of painting. */
export interface CardDesign {
  /** The second colour, beside the programme's accent, as #RRGGBB. */
  readonly second: string;
  readonly seal: Seal;
  readonly front: readonly DesignPart[];
  readonly back: readonly DesignPart[];
}
