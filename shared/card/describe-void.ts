import { CARD_HEIGHT_MM, CARD_WIDTH_MM } from './card-size.ts';
import type { Path, StrokesItem } from './face.ts';

const LETTER_HEIGHT_MM = 21;
const GAP_MM = 4.5;
const STROKE_MM = 2.3;
/** The white around it: the mark is seen on any ground, and does not vanish where a printer knows one color only. */
const HALO_MM = 3.7;
const RED = '#B3161E';
const WHITE = '#FFFFFF';
/** From the bottom left to the top right, over photo and texts. */
const TURN = (-24 / 180) * Math.PI;

/** Letters of the height 1, from their left top; where a point stands twice, the curve has a corner. */
const LETTERS: readonly { readonly width: number; readonly path: Path }[] = [
  {
    width: 0.72,
    path: [
      [0, 0],
      [0.36, 1],
      [0.36, 1],
      [0.72, 0],
    ],
  },
  {
    width: 0.76,
    path: [
      [0.38, 0],
      [0.76, 0],
      [0.76, 1],
      [0, 1],
      [0, 0],
      [0.38, 0],
    ],
  },
  {
    width: 0,
    path: [
      [0, 0],
      [0, 1],
    ],
  },
  {
    width: 0.68,
    path: [
      [0, 0.5],
      [0, 1],
      [0, 1],
      [0.68, 1],
      [0.68, 0],
      [0, 0],
      [0, 0],
      [0, 0.5],
    ],
  },
];

function pathsOfWord(): readonly Path[] {
  const widths = LETTERS.map(({ width }) => width * LETTER_HEIGHT_MM);
  const wordMm = widths.reduce((sum, width) => sum + width, GAP_MM * (LETTERS.length - 1));
  const [cosine, sine] = [Math.cos(TURN), Math.sin(TURN)];
  let left = -wordMm / 2;
  return LETTERS.map(({ path }, index) => {
    const from = left;
    left += (widths[index] ?? 0) + GAP_MM;
    return path.map(([along, down]) => {
      const x = from + along * LETTER_HEIGHT_MM;
      const y = (down - 0.5) * LETTER_HEIGHT_MM;
      return [CARD_WIDTH_MM / 2 + x * cosine - y * sine, CARD_HEIGHT_MM / 2 + x * sine + y * cosine] as const;
    });
  });
}

/** The word VOID across a whole face: painted last, so that nothing lies over it. */
export function describeVoidMark(): readonly StrokesItem[] {
  const paths = pathsOfWord();
  return [
    { kind: 'strokes', strokeMm: HALO_MM, colour: WHITE, paths },
    { kind: 'strokes', strokeMm: STROKE_MM, colour: RED, paths },
  ];
}
