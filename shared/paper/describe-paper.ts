import type { Paper, PaperTable, SlipPaper } from '../contract/paper.ts';
import { unreachable } from '../result.ts';

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
}

/** One page in millimetres, origin at the top left. */
export interface PaperPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
  readonly bands: readonly PaperBand[];
}

/** Printers reach no nearer to the edge than 4 to 13 mm; beyond that a page is easier to read and to file. */
const MARGIN_MM = 20;
const STUB_MM = 36;
const GUTTER_MM = 6;
const LABEL_MM = 55;
const GAP_MM = 4;
const ROW_NAME_MM = 30;
const CELL_GUTTER_MM = 2;

/** Read by people of every age, without a screen to enlarge it: large print begins at 14 points. */
const BODY = { sizePoints: 14, weight: 400 } as const;
const STRONG = { sizePoints: 14, weight: 700 } as const;
const SMALL = { sizePoints: 12, weight: 400 } as const;
const LABEL = { sizePoints: 12, weight: 700 } as const;
const HEADING = { sizePoints: 20, weight: 700 } as const;

/** Many figures on one page, for staff at a desk. */
const DENSE = { sizePoints: 9, weight: 400 } as const;
const DENSE_STRONG = { sizePoints: 9, weight: 700 } as const;

/** Below the heading, as wide as the page: every paper of the kiosk begins like this. */
const HEAD_RULE = { gapMm: 3, thicknessMm: 0.8 } as const;
const ROW_RULE = { gapMm: 2.5, thicknessMm: 0.15 } as const;
const DENSE_RULE = { gapMm: 0.7, thicknessMm: 0.1 } as const;
/** To write on by hand. */
const HAND_RULE = { gapMm: 12, thicknessMm: 0.3 } as const;

type Style = Pick<PaperText, 'sizePoints' | 'weight'>;

function say(style: Style, texts: readonly string[], gapMm = GAP_MM): readonly PaperText[] {
  return texts.map((text) => ({ text, gapMm, bullet: false, ...style }));
}

/** What a paper looks like on a page of this size, described once for PDF and dots alike. */
export function describePaper(
  paper: Paper,
  size: { readonly widthMm: number; readonly heightMm: number },
): PaperPage {
  const inner = size.widthMm - 2 * MARGIN_MM;
  return { ...size, marginMm: MARGIN_MM, bands: bandsOf(paper, inner) };
}

const BARE = { perforationXMm: null, ruleBelow: null } as const;
/** The stub and what parts it from the rest. */
const TAKEN_MM = STUB_MM + 2 * GUTTER_MM;
/** Read by a telephone, held over the paper by hand. */
const CODE_MM = 42;

/** Left of the perforation what the city keeps; the rest is the reader's. */
function tornBand(stub: SlipPaper['stub'], rest: readonly PaperColumn[]): PaperBand {
  const texts = [...say(LABEL, [stub.label], 0), ...say(SMALL, stub.lines)];
  return {
    ...BARE,
    gapMm: 1.5 * GAP_MM,
    columns: [{ xMm: MARGIN_MM, widthMm: STUB_MM, texts }, ...rest],
    perforationXMm: MARGIN_MM + STUB_MM + GUTTER_MM,
  };
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
  const beside = CODE_MM + GAP_MM;
  return [
    { ...BARE, gapMm: GAP_MM, columns: [{ xMm: MARGIN_MM, widthMm: inner, texts }] },
    tornBand(stub, [
      { xMm: rest.xMm, widthMm: CODE_MM, texts: [], code: code.text },
      {
        xMm: rest.xMm + beside,
        widthMm: rest.widthMm - beside,
        texts: [
          ...say(LABEL, [code.label], 0),
          ...say(SMALL, [code.text], GAP_MM / 2),
          ...say(SMALL, [code.says], GAP_MM / 2),
        ],
      },
    ]),
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
    case 'receipt': {
      const { stub, lines, notProven } = paper;
      const doubts =
        notProven === null
          ? []
          : [
              ...say(LABEL, [notProven.label], 2 * GAP_MM),
              // A list belongs together.
              ...say(BODY, notProven.lines, GAP_MM / 2).map((text) => ({ ...text, bullet: true })),
            ];
      const texts = [...say(BODY, lines.slice(0, 1), 0), ...say(BODY, lines.slice(1)), ...doubts];
      return [head, tornBand(stub, [{ xMm: MARGIN_MM + TAKEN_MM, widthMm: inner - TAKEN_MM, texts }])];
    }
    case 'slip':
      return [head, ...slipBands(paper, inner)];
    case 'day-sheet':
      return [
        head,
        ...rowsAsBands(paper.rows, inner),
        {
          ...BARE,
          gapMm: 15,
          columns: [{ ...whole, texts: say(BODY, [paper.hand], 0) }],
          ruleBelow: HAND_RULE,
        },
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
    default:
      return unreachable(paper);
  }
}

/** A table of figures: a first column that names the rows, and the others of one width. */
function tableAsBands({ label, columns, rows }: PaperTable, inner: number): readonly PaperBand[] {
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

/** A table of two columns, with a thin line below each row. */
function rowsAsBands(
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
