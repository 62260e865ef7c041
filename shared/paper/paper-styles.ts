import type { PaperBand, PaperText } from './paper-pages.ts';

/** Printers reach no nearer to the edge than 4 to 13 mm; beyond that a page is easier to read and to file. */
export const MARGIN_MM = 20;
export const STUB_MM = 36;
export const GUTTER_MM = 6;
const LABEL_MM = 55;
export const GAP_MM = 4;

/** Read by people of every age, without a screen to enlarge it: large print begins at 14 points. */
export const BODY = { sizePoints: 14, weight: 400 } as const;
const STRONG = { sizePoints: 14, weight: 700 } as const;
export const SMALL = { sizePoints: 12, weight: 400 } as const;
export const LABEL = { sizePoints: 12, weight: 700 } as const;
export const HEADING = { sizePoints: 20, weight: 700 } as const;

/** Many figures on one page, for staff at a desk. */
export const DENSE = { sizePoints: 9, weight: 400 } as const;
export const DENSE_STRONG = { sizePoints: 9, weight: 700 } as const;

/** Below the heading, as wide as the page: every paper of the kiosk begins like this. */
export const HEAD_RULE = { gapMm: 3, thicknessMm: 0.8 } as const;
export const ROW_RULE = { gapMm: 2.5, thicknessMm: 0.15 } as const;
export const DENSE_RULE = { gapMm: 0.7, thicknessMm: 0.1 } as const;
/** As near to the edges as every printer reaches: what lies within it, of any paper, is printed. */
export const TEST_FRAME = { edgeMm: 13, thicknessMm: 0.3 } as const;
/** To write on by hand. */
export const HAND_RULE = { gapMm: 12, thicknessMm: 0.3 } as const;

export type Style = Pick<PaperText, 'sizePoints' | 'weight'>;

export function say(style: Style, texts: readonly string[], gapMm = GAP_MM): readonly PaperText[] {
  return texts.map((text) => ({ text, gapMm, bullet: false, ...style }));
}

/** What stands alone, without a perforation or a line below it. */
export const BARE = { perforationXMm: null, ruleBelow: null } as const;

/** Read by a telephone, held over the paper by hand. */
export const CODE_MM = 42;
/** Without what only parts its groups a code has fewer modules: they are as wide as on other papers. */
export const SCANNED_CODE_MM = 33;

/** A table of two columns, with a thin line below each row. */
export function rowsAsBands(
  rows: readonly { readonly label: string; readonly value: string }[],
  inner: number,
): readonly PaperBand[] {
  const value = { xMm: MARGIN_MM + LABEL_MM + GUTTER_MM, widthMm: inner - LABEL_MM - GUTTER_MM };
  return rows.map((row) => ({
    gapMm: ROW_RULE.gapMm,
    perforationXMm: null,
    ruleBelow: ROW_RULE,
    columns: [
      { xMm: MARGIN_MM, widthMm: LABEL_MM, texts: say(STRONG, [row.label], 0) },
      { ...value, texts: say(BODY, [row.value], 0) },
    ],
  }));
}
