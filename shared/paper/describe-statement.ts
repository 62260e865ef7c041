import type { StatementPaper } from '../contract/paper.ts';
import { DESK_BODY, DESK_GUTTER_MM, DESK_SECTION, DESK_SMALL, DESK_STRONG, deskRow } from './desk-styles.ts';
import type { PaperBand, PaperPages, PaperText } from './paper-pages.ts';
import { BARE, CODE_MM, GAP_MM, MARGIN_MM, say } from './paper-styles.ts';

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
    columns: [{ ...whole, texts: say(DESK_BODY, [text], 0) }],
  });
  return [
    ...lines.map((line, index) => paragraph(line, index === 0 ? GAP_MM : GAP_MM / 2)),
    ...sections.flatMap((section) => [
      {
        ...BARE,
        gapMm: 2 * GAP_MM,
        keepWithNext: true,
        columns: [{ ...whole, texts: say(DESK_SECTION, [section.label], 0) }],
      },
      ...section.rows.map((row) => deskRow(row, inner)),
      ...section.lines.map((line) => paragraph(line, GAP_MM / 2)),
    ]),
    {
      ...BARE,
      gapMm: 2 * GAP_MM,
      columns: [
        { xMm: MARGIN_MM, widthMm: CODE_MM, texts: [], code: code.text },
        {
          xMm: MARGIN_MM + CODE_MM + DESK_GUTTER_MM,
          widthMm: inner - CODE_MM - DESK_GUTTER_MM,
          texts: [
            ...say(DESK_STRONG, [code.label], 0),
            ...say(DESK_SMALL, [code.says], GAP_MM / 2),
            ...say(DESK_SMALL, [code.text], GAP_MM / 2),
          ],
        },
      ],
    },
  ];
}

/** Which page it is, and of what: a page that comes apart is found again. */
export function statementFooter({ foot }: StatementPaper): NonNullable<PaperPages['footer']> {
  return {
    heightMm: FOOTER_MM,
    textOf: (page, pages): PaperText => ({
      ...DESK_SMALL,
      text: `Page ${page} of ${pages} · ${foot}`,
      gapMm: FOOTER_MM / 2,
      bullet: false,
    }),
  };
}
