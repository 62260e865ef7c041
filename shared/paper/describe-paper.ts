import type { DaySheetPaper, Paper, ReceiptPaper, SlipPaper, TestPagePaper } from '../contract/paper.ts';
import { unreachable } from '../result.ts';
import { statementBands, statementFooter } from './describe-statement.ts';
import { DESK_SMALL, deskRow } from './desk-styles.ts';
import type { PaperBand, PaperColumn, PaperPages, PaperText } from './paper-pages.ts';
import {
  BARE,
  BODY,
  CODE_MM,
  DENSE,
  GAP_MM,
  GUTTER_MM,
  HAND_RULE,
  HEAD_RULE,
  HEADING,
  LABEL,
  MARGIN_MM,
  rowsAsBands,
  SCANNED_CODE_MM,
  SMALL,
  STUB_MM,
  say,
  TEST_FRAME,
} from './paper-styles.ts';
import { tableAsBands } from './table-bands.ts';

/** What a paper looks like on a page of this size, described once for PDF and dots alike. */
export function describePaper(
  paper: Paper,
  size: { readonly widthMm: number; readonly heightMm: number },
): PaperPages {
  const inner = size.widthMm - 2 * MARGIN_MM;
  const direction = directionOfPaper(paper);
  const bands = bandsOf(paper, inner);
  return {
    ...{ ...size, marginMm: MARGIN_MM, direction, footer: footerOf(paper) },
    frame: paper.kind === 'test-page' ? TEST_FRAME : null,
    bands: direction === 'rtl' ? bands.map((band) => mirrored(band, size.widthMm)) : bands,
  };
}

/** Papers of staff and of courts are in English. */
function directionOfPaper(paper: Paper): 'ltr' | 'rtl' {
  return 'direction' in paper ? paper.direction : 'ltr';
}

/** What begins at the left begins at the right, with as much room on both sides. */
function mirrored(band: PaperBand, widthMm: number): PaperBand {
  const { columns, perforationXMm } = band;
  return {
    ...band,
    columns: columns.map((column) => ({ ...column, xMm: widthMm - column.xMm - column.widthMm })),
    perforationXMm: perforationXMm === null ? null : widthMm - perforationXMm,
  };
}

/** The stub and what parts it from the rest. */
const TAKEN_MM = STUB_MM + 2 * GUTTER_MM;

/** Before the perforation what the city keeps; the rest is the reader's. */
function tornBand(stub: SlipPaper['stub'], rest: readonly PaperColumn[]): PaperBand {
  const texts = [...say(LABEL, [stub.label], 0), ...say(SMALL, stub.lines)];
  return {
    ...BARE,
    gapMm: 1.5 * GAP_MM,
    columns: [{ xMm: MARGIN_MM, widthMm: STUB_MM, texts }, ...rest],
    perforationXMm: MARGIN_MM + STUB_MM + GUTTER_MM,
  };
}

/** With a code the texts have the whole width, and the code is what is behind the perforation. */
function receiptBands({ stub, lines, notProven, code }: ReceiptPaper, inner: number): readonly PaperBand[] {
  const doubts =
    notProven === null
      ? []
      : [
          ...say(LABEL, [notProven.label], 1.5 * GAP_MM),
          // A list belongs together.
          ...say(BODY, notProven.lines, GAP_MM / 2).map((text) => ({ ...text, bullet: true })),
        ];
  const texts = [...say(BODY, lines.slice(0, 1), 0), ...say(BODY, lines.slice(1)), ...doubts];
  const rest = { xMm: MARGIN_MM + TAKEN_MM, widthMm: inner - TAKEN_MM };
  if (code === null) return [tornBand(stub, [{ ...rest, texts }])];
  return [
    { ...BARE, gapMm: GAP_MM, columns: [{ xMm: MARGIN_MM, widthMm: inner, texts }] },
    tornBand(stub, scannedCodeColumns(code, rest)),
  ];
}

/** A text of the policy is as long as the policy has it: with a code the texts have the whole width, and the code the stub. */
function slipBands({ stub, lines, sections, code }: SlipPaper, inner: number): readonly PaperBand[] {
  const texts = [
    ...say(BODY, lines.slice(0, 1), 0),
    ...say(BODY, lines.slice(1)),
    ...sections.flatMap((section) => [
      ...say(LABEL, [section.label], 1.5 * GAP_MM),
      ...say(BODY, section.lines, GAP_MM / 2).map((text) => ({ ...text, bullet: section.isList })),
    ]),
  ];
  const rest = { xMm: MARGIN_MM + TAKEN_MM, widthMm: inner - TAKEN_MM };
  if (code === null) return [tornBand(stub, [{ ...rest, texts }])];
  return [
    { ...BARE, gapMm: GAP_MM, columns: [{ xMm: MARGIN_MM, widthMm: inner, texts }] },
    tornBand(stub, codeColumns(code, rest)),
  ];
}

/** A code to scan, and beside it the same to type. */
function codeColumns(
  { label, text, says }: DaySheetPaper['code'],
  { xMm, widthMm }: Pick<PaperColumn, 'xMm' | 'widthMm'>,
): readonly PaperColumn[] {
  const beside = CODE_MM + GAP_MM;
  return [
    { xMm, widthMm: CODE_MM, texts: [], code: text },
    {
      xMm: xMm + beside,
      widthMm: widthMm - beside,
      texts: [
        ...say(LABEL, [label], 0),
        ...say(SMALL, [text], GAP_MM / 2),
        ...say(SMALL, [says], GAP_MM / 2),
      ],
    },
  ];
}

/** A code that nobody types, and beside it what it is for. */
function scannedCodeColumns(
  { label, text, says }: DaySheetPaper['code'],
  { xMm, widthMm }: Pick<PaperColumn, 'xMm' | 'widthMm'>,
): readonly PaperColumn[] {
  const beside = SCANNED_CODE_MM + GAP_MM;
  return [
    { xMm, widthMm: SCANNED_CODE_MM, texts: [], code: text },
    {
      xMm: xMm + beside,
      widthMm: widthMm - beside,
      texts: [...say(LABEL, [label], 0), ...say(SMALL, [says], GAP_MM / 2)],
    },
  ];
}

/** Lines to sign on, side by side. */
function signBand(hands: readonly string[], inner: number): PaperBand {
  const widthMm = (inner - GUTTER_MM * (hands.length - 1)) / hands.length;
  return {
    ...BARE,
    gapMm: 2 * GAP_MM,
    columns: hands.map((hand, index) => ({
      xMm: MARGIN_MM + index * (widthMm + GUTTER_MM),
      widthMm,
      texts: say(SMALL, [hand], 0),
    })),
    ruleBelow: HAND_RULE,
  };
}

/** What to look at, and the letters below it. */
function lettersBelow({ lines, letters }: TestPagePaper): readonly PaperText[] {
  return [
    ...say(BODY, lines.slice(0, 1), 0),
    ...say(BODY, lines.slice(1)),
    ...say(LABEL, [letters.label], 2 * GAP_MM),
    ...say(BODY, letters.lines, GAP_MM / 2),
  ];
}

function bandsOf(paper: Paper, inner: number): readonly PaperBand[] {
  const whole = { xMm: MARGIN_MM, widthMm: inner };
  const head = {
    ...BARE,
    gapMm: 0,
    columns: [{ ...whole, texts: say(HEADING, [paper.heading], 0) }],
    ruleBelow: HEAD_RULE,
  };
  switch (paper.kind) {
    case 'receipt':
      return [head, ...receiptBands(paper, inner)];
    case 'slip':
      return [head, ...slipBands(paper, inner)];
    case 'day-sheet':
      return [
        head,
        ...rowsAsBands(paper.rows, inner),
        { ...BARE, gapMm: 1.5 * GAP_MM, columns: codeColumns(paper.code, whole) },
        signBand(paper.hands, inner),
      ];
    case 'statistics':
      return [
        head,
        { ...BARE, gapMm: GAP_MM, columns: [{ ...whole, texts: say(DENSE, paper.lines, GAP_MM / 4) }] },
        ...paper.tables.flatMap((table) => tableAsBands(table, inner)),
      ];
    case 'fee-receipt':
      return [
        head,
        ...rowsAsBands(paper.rows, inner),
        { ...BARE, gapMm: 2 * GAP_MM, columns: [{ ...whole, texts: say(BODY, [paper.note], 0) }] },
      ];
    case 'test-page':
      return [
        head,
        ...rowsAsBands(paper.rows, inner),
        { ...BARE, gapMm: 2 * GAP_MM, columns: [{ ...whole, texts: lettersBelow(paper) }] },
      ];
    case 'record-search':
      return [
        head,
        ...paper.rows.map((row) => deskRow(row, inner)),
        {
          ...BARE,
          gapMm: 2 * GAP_MM,
          columns: [{ ...whole, texts: say(DESK_SMALL, paper.notes, GAP_MM / 2) }],
        },
      ];
    case 'statement':
      return [head, ...statementBands(paper, inner)];
    default:
      return unreachable(paper);
  }
}

/** A paper that is handed over a counter is one page; one for a court is as long as it is. */
function footerOf(paper: Paper): PaperPages['footer'] {
  return paper.kind === 'statement' ? statementFooter(paper) : null;
}
