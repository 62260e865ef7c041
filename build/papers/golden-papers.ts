import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { createPaperDrawing } from '../../electron/lib/drawing/draw-paper.ts';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import type { Paper } from '../../shared/contract/paper.ts';
import {
  SAMPLE_DAY_SHEET,
  SAMPLE_FEE_RECEIPT,
  SAMPLE_PICK_UP_SLIP,
  SAMPLE_RECEIPT,
  SAMPLE_STATISTICS,
  SAMPLE_TEST_PAGE,
  sampleDenialSlip,
} from '../../shared/paper/sample-papers.test-support.ts';

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
  const [page] = pixels.value;
  if (page === undefined) throw new Error('a paper without a page');
  return page;
}

/** The papers of an invented day, as the kiosk words them. */
export const goldenPapers: readonly GoldenPaper[] = [
  { name: 'receipt.png', paper: SAMPLE_RECEIPT },
  { name: 'day-sheet.png', paper: SAMPLE_DAY_SHEET },
  { name: 'statistics.png', paper: SAMPLE_STATISTICS },
  { name: 'fee-receipt.png', paper: SAMPLE_FEE_RECEIPT },
  { name: 'test-page.png', paper: SAMPLE_TEST_PAGE },
  { name: 'denial-slip.png', paper: sampleDenialSlip('es') },
  { name: 'denial-slip-arabic.png', paper: sampleDenialSlip('ar') },
  { name: 'pick-up-slip.png', paper: SAMPLE_PICK_UP_SLIP },
];
