import type { PaperTable } from '../contract/paper.ts';
import type { PaperBand, PaperColumn } from './paper-pages.ts';
import {
  BARE,
  DENSE,
  DENSE_RULE,
  DENSE_STRONG,
  GAP_MM,
  LABEL,
  MARGIN_MM,
  type Style,
  say,
} from './paper-styles.ts';

const ROW_NAME_MM = 30;
const CELL_GUTTER_MM = 2;

/** A table of figures: a first column that names the rows, and the others of one width. */
export function tableAsBands({ label, columns, rows }: PaperTable, inner: number): readonly PaperBand[] {
  const width = (inner - ROW_NAME_MM) / (columns.length - 1);
  const cells = (style: Style, texts: readonly string[]): readonly PaperColumn[] =>
    texts.map((text, index) => ({
      xMm: MARGIN_MM + (index === 0 ? 0 : ROW_NAME_MM + (index - 1) * width),
      widthMm: (index === 0 ? ROW_NAME_MM : width) - CELL_GUTTER_MM,
      texts: say(style, [text], 0),
    }));
  return [
    {
      ...BARE,
      gapMm: 1.5 * GAP_MM,
      columns: [{ xMm: MARGIN_MM, widthMm: inner, texts: say(LABEL, [label], 0) }],
    },
    { ...BARE, gapMm: GAP_MM / 4, ruleBelow: DENSE_RULE, columns: cells(DENSE_STRONG, columns) },
    ...rows.map((row) => ({
      ...BARE,
      gapMm: DENSE_RULE.gapMm,
      ruleBelow: DENSE_RULE,
      columns: cells(DENSE, row),
    })),
  ];
}
