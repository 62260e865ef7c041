import type { PaperBand } from './paper-pages.ts';
import { MARGIN_MM, ROW_RULE, say } from './paper-styles.ts';

// Papers that are read at a desk and filed: smaller than what a resident carries home.

export const DESK_BODY = { sizePoints: 10.5, weight: 400 } as const;
export const DESK_STRONG = { sizePoints: 10.5, weight: 700 } as const;
export const DESK_SMALL = { sizePoints: 9, weight: 400 } as const;
export const DESK_SECTION = { sizePoints: 13, weight: 700 } as const;

export const DESK_GUTTER_MM = 5;
const LABEL_MM = 70;
const ROW_GAP_MM = 1.4;

/** A row of a table of two columns, with a thin line below it. */
export function deskRow(
  { label, value }: { readonly label: string; readonly value: string },
  inner: number,
): PaperBand {
  return {
    gapMm: ROW_GAP_MM,
    perforationXMm: null,
    ruleBelow: { ...ROW_RULE, gapMm: ROW_GAP_MM },
    columns: [
      { xMm: MARGIN_MM, widthMm: LABEL_MM, texts: say(DESK_BODY, [label], 0) },
      {
        xMm: MARGIN_MM + LABEL_MM + DESK_GUTTER_MM,
        widthMm: inner - LABEL_MM - DESK_GUTTER_MM,
        texts: say(DESK_BODY, [value], 0),
      },
    ],
  };
}
