import type { MarkName } from '../application/fields.ts';
import type { BarcodeField } from './card-data.ts';
import type { CardTextField } from './card-text.ts';
import type { Symbology } from './codes/symbologies.ts';

/** The text of a face: typed by the applicant, set by the programme, or part of the design. */
export type FaceTextField =
  | CardTextField
  | MarkName
  | 'birthDate'
  | 'issuedOn'
  | 'expiresOn'
  | 'issuer'
  | 'title'
  | 'returnLine'
  | 'label';

/** A filled area. It may reach beyond the card, so that a printer with bleed leaves no white edge. */
export interface RectangleItem {
  readonly kind: 'rectangle';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly radiusMm: number;
  readonly colour: string;
}

/** A line through points: x and y, in millimetres where nothing else is said. */
export type Path = readonly (readonly [number, number])[];

/** Straight or gently curved strokes; where a point stands twice, the curve has a corner. */
export interface StrokesItem {
  readonly kind: 'strokes';
  readonly strokeMm: number;
  readonly colour: string;
  readonly paths: readonly Path[];
}

/** The perforation along which the card was torn from its counterfoil: dots from top to bottom. */
export interface PerforationItem {
  readonly kind: 'perforation';
  readonly xMm: number;
  readonly fromYMm: number;
  readonly toYMm: number;
  readonly pitchMm: number;
  readonly diameterMm: number;
  readonly colour: string;
}

/** The place of the photo; the picture itself travels beside the description. */
export interface PhotoItem {
  readonly kind: 'photo';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly radiusMm: number;
  /** Shown while there is no photo yet. */
  readonly emptyColour: string;
}

/**
 * How a text is made to fit its box: on one line down to `oneLineFloorMm`, then on up to `lines` lines down to
 * `floorMm`, then it is refused. It is never cut off: a name cut off is another name.
 */
export interface FitRule {
  readonly oneLineFloorMm: number;
  readonly lines: number;
  readonly floorMm: number;
}

/**
 * One text in its box. Direction follows the text itself: `start` is right for Arabic, left for Latin. `left` keeps
 * a value under its label whatever the script.
 */
export interface TextItem {
  readonly kind: 'text';
  readonly field: FaceTextField;
  readonly text: string;
  readonly xMm: number;
  /** Where the capitals of the first line begin. */
  readonly yMm: number;
  readonly widthMm: number;
  /** From the capitals of the first line to the lowest stroke of the last. */
  readonly heightMm: number;
  /** The em size wanted: the capitals of Noto Sans are 0.714 of it. */
  readonly sizeMm: number;
  readonly weight: 400 | 700;
  readonly colour: string;
  readonly alignment: 'start' | 'left' | 'right';
  /** Whether lines that need less than the height begin at its top or stand in its middle. */
  readonly anchor: 'top' | 'middle';
  /** Extra space between characters, as a fraction of the em. */
  readonly tracking: number;
  readonly fit: FitRule;
}

/** A code of dark and light modules. The box is that of the modules; the quiet zone lies around it. */
export interface CodeItem {
  readonly kind: 'code';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Rows of modules, `true` is dark. A linear code is one row. */
  readonly modules: readonly (readonly boolean[])[];
}

/**
 * A number that becomes a code when the face is laid out, because it may be refused like a text: for a character
 * that does not scan, or for its length. The quiet zone lies around the box.
 */
export interface BarcodeItem {
  readonly kind: 'barcode';
  readonly field: BarcodeField;
  readonly symbology: Symbology;
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One thing on a face, in the order of painting. */
export type FaceItem =
  | RectangleItem
  | StrokesItem
  | PerforationItem
  | PhotoItem
  | TextItem
  | CodeItem
  | BarcodeItem;

/** One side of a card in millimetres, origin at the top left. */
export interface Face {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly items: readonly FaceItem[];
}
