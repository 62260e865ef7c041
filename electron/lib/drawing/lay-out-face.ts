import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { placeBarcode } from '../../../shared/card/codes/place-barcode.ts';
import type { BarcodeItem, Face, FaceItem, FaceTextField, TextItem } from '../../../shared/card/face.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Fonts } from './fonts.ts';
import { directionOf } from './text-direction.ts';
import { type FittedText, fitText, type LineExtent } from './text-fit.ts';

/** Why a face cannot be drawn. `field` is `label` only if the design itself is at fault. */
export type LayoutProblem =
  | { readonly kind: 'does-not-fit'; readonly field: FaceTextField }
  | {
      readonly kind: 'uncovered';
      readonly field: FaceTextField;
      readonly character: string;
      readonly codePoint: number;
    };

/** A text with its size, lines and fonts decided. */
export interface PlacedText {
  readonly kind: 'placed-text';
  readonly item: TextItem;
  readonly fitted: FittedText;
  readonly families: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A face that is ready to be painted at any scale: nothing can be refused any more. */
export interface PlacedFace {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly items: readonly PlacedItem[];
}

/** What is left to paint: texts have their lines and barcodes their modules. */
export type PlacedItem = Exclude<FaceItem, TextItem | BarcodeItem> | PlacedText;

/** Text is measured at this em, where rounding no longer matters, and scaled. */
const MEASURING_EM = 200;

/** Sets up the context for a text; the em is in the units of the context. */
export function applyFont(
  context: SKRSContext2D,
  placed: Omit<PlacedText, 'kind' | 'fitted'>,
  em: number,
): void {
  context.font = `${placed.item.weight} ${em}px ${placed.families}`;
  context.letterSpacing = `${placed.item.tracking * em}px`;
  context.direction = placed.direction;
  // Named, because the default would follow the language of the machine.
  context.lang = 'en';
}

/** Measures lines in the style of a text, each once. */
export function measureIn(
  context: SKRSContext2D,
  style: Omit<PlacedText, 'kind' | 'fitted'>,
): (text: string) => LineExtent {
  applyFont(context, style, MEASURING_EM);
  const extents = new Map<string, LineExtent>();
  return (text) => {
    const known = extents.get(text);
    if (known !== undefined) return known;
    const metrics = context.measureText(text);
    const extent = {
      // Some letters lean over the width that they take up.
      width: Math.max(metrics.width, metrics.actualBoundingBoxRight) / MEASURING_EM,
      above: metrics.actualBoundingBoxAscent / MEASURING_EM,
      below: Math.max(0, metrics.actualBoundingBoxDescent / MEASURING_EM),
    };
    extents.set(text, extent);
    return extent;
  };
}

/**
 * Decides every text of a face (which fonts, which size, which lines) and every barcode. Works in millimetres, for
 * any resolution.
 */
export function createLayout(fonts: Fonts): (face: Face) => Result<PlacedFace, LayoutProblem> {
  const context = createCanvas(1, 1).getContext('2d');

  function placeText(item: TextItem): Result<PlacedText, LayoutProblem> {
    const uncovered = fonts.findUncovered(item.text);
    if (uncovered !== null) return err({ kind: 'uncovered', field: item.field, ...uncovered });
    const style = { item, families: fonts.familiesFor(item.text), direction: directionOf(item.text) };
    const fitted = fitText(item.text, item, measureIn(context, style));
    return fitted === null
      ? err({ kind: 'does-not-fit', field: item.field })
      : ok({ kind: 'placed-text', fitted, ...style });
  }

  function place(item: FaceItem): Result<PlacedItem, LayoutProblem> {
    switch (item.kind) {
      case 'text':
        return placeText(item);
      case 'barcode': {
        const code = placeBarcode(item);
        return code.ok ? code : err({ field: item.field, ...code.error });
      }
      default:
        return ok(item);
    }
  }

  return (face) => {
    const items: PlacedItem[] = [];
    for (const item of face.items) {
      const placed = place(item);
      if (!placed.ok) return placed;
      items.push(placed.value);
    }
    return ok({ widthMm: face.widthMm, heightMm: face.heightMm, items });
  };
}
