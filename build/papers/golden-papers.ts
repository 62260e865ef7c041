import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { createPaperDrawing } from '../../electron/lib/drawing/draw-paper.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import type { Paper } from '../../shared/contract/paper.ts';

/** Enough to read every line. */
const DOTS_PER_INCH = 100;
const LETTER = { widthMm: 215.9, heightMm: 279.4 } as const;

/** A paper of docs/paper. */
export interface GoldenPaper {
  readonly name: string;
  readonly paper: Paper;
}

/** Draws a paper of the collection as every kiosk would, on Letter. */
export function drawGoldenPaper({ paper }: GoldenPaper): FacePixels {
  const drawing = createPaperDrawing({ resolveFont: findInstalledFont });
  const pixels = drawing.drawPaperPixels(paper, LETTER, DOTS_PER_INCH);
  if (!pixels.ok) throw new Error(`a golden paper cannot be drawn: ${JSON.stringify(pixels.error)}`);
  return pixels.value;
}

/** What stands on the papers: as the kiosk words it, of an invented day. */
export const goldenPapers: readonly GoldenPaper[] = [
  {
    name: 'receipt.png',
    paper: {
      kind: 'receipt',
      stub: {
        label: 'The city keeps',
        lines: ['One more in the day’s count, and rounded search figures.', 'No name, no details, no photo.'],
      },
      heading: 'What this kiosk did with your details',
      lines: [
        'City Hall, desk 2 · November 25, 2026',
        'Searched 34 files (1.7 MB) on this kiosk for your details. Found none.',
        'Your application was locked with its own key. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the application.',
        'What the printer’s queue kept was removed.',
      ],
      notProven: {
        label: 'Not proven',
        lines: [
          'Memory of running programs was not searched here. Tests search it, on other computers.',
          'The printer’s used ribbon shows the card until it’s destroyed.',
        ],
      },
    },
  },
  {
    name: 'day-sheet.png',
    paper: {
      kind: 'day-sheet',
      heading: 'Day sheet',
      rows: [
        { label: 'Kiosk', value: 'City Hall, desk 2' },
        { label: 'Day', value: 'November 25, 2026' },
        { label: 'Issued today', value: '31' },
        { label: 'Spoiled today', value: '1' },
        { label: 'Erased today', value: '32' },
        { label: 'Last entry', value: '1204' },
        { label: 'Ledger head', value: '0f1e 2d3c 4b5a 6978 '.repeat(4).trim() },
        { label: 'Fingerprint of the kiosk’s key', value: '8796 a5b4 c3d2 e1f0 '.repeat(2).trim() },
      ],
      hand: 'Taken by, and where it is kept:',
    },
  },
];
