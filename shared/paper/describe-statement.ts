import type { StatementPaper } from '../contract/paper.ts';
import type { PaperBand, PaperPages, PaperText } from './paper-pages.ts';
import { BARE, CODE_MM, GAP_MM, MARGIN_MM, ROW_RULE, say } from './paper-styles.ts';

// Read at a desk and filed: smaller than what a resident carries home, so that it stays a few pages.
const BODY = { sizePoints: 10.5, weight: 400 } as const;
const STRONG = { sizePoints: 10.5, weight: 700 } as const;
const SMALL = { sizePoints: 9, weight: 400 } as const;
const SECTION = { sizePoints: 13, weight: 700 } as const;

const LABEL_MM = 70;
const GUTTER_MM = 5;
const ROW_GAP_MM = 1.4;
const FOOTER_MM = 9;

/** A custody statement: what was found, section by section, and at its end the code that proves it. */
export function statementBands(
  { lines, sections, code }: StatementPaper,
  inner: number,
): readonly PaperBand[] {
  const whole = { xMm: MARGIN_MM, widthMm: inner };
  const paragraph = (text: string, gapMm: number): PaperBand => ({
    ...BARE,
    gapMm,
    columns: [{ ...whole, texts: say(BODY, [text], 0) }],
  });
  return [
    ...lines.map((line, index) => paragraph(line, index === 0 ? GAP_MM : GAP_MM / 2)),
    ...sections.flatMap((section) => [
      {
        ...BARE,
        gapMm: 2 * GAP_MM,
        keepWithNext: true,
        columns: [{ ...whole, texts: say(SECTION, [section.label], 0) }],
      },
      ...section.rows.map((row) => rowBand(row, inner)),
      ...section.lines.map((line) => paragraph(line, GAP_MM / 2)),
    ]),
    {
      ...BARE,
      gapMm: 2 * GAP_MM,
      columns: [
        { xMm: MARGIN_MM, widthMm: CODE_MM, texts: [], code: code.text },
        {
          xMm: MARGIN_MM + CODE_MM + GUTTER_MM,
          widthMm: inner - CODE_MM - GUTTER_MM,
          texts: [
            ...say(STRONG, [code.label], 0),
            ...say(SMALL, [code.says], GAP_MM / 2),
            ...say(SMALL, [code.text], GAP_MM / 2),
          ],
        },
      ],
    },
  ];
}

function rowBand(
  { label, value }: { readonly label: string; readonly value: string },
  inner: number,
): PaperBand {
  return {
    gapMm: ROW_GAP_MM,
    perforationXMm: null,
    ruleBelow: { ...ROW_RULE, gapMm: ROW_GAP_MM },
    columns: [
      { xMm: MARGIN_MM, widthMm: LABEL_MM, texts: say(BODY, [label], 0) },
      {
        xMm: MARGIN_MM + LABEL_MM + GUTTER_MM,
        widthMm: inner - LABEL_MM - GUTTER_MM,
        texts: say(BODY, [value], 0),
      },
    ],
  };
}

/** Which page it is, and of what: a page that comes apart is found again. */
export function statementFooter({ foot }: StatementPaper): NonNullable<PaperPages['footer']> {
  return {
    heightMm: FOOTER_MM,
    textOf: (page, pages): PaperText => ({
      ...SMALL,
      text: `Page ${page} of ${pages} · ${foot}`,
      gapMm: FOOTER_MM / 2,
      bullet: false,
    }),
  };
}
