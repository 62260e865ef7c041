import type { WorkerOrder } from '../../../shared/contract/worker.ts';
import { fontsIn } from '../../lib/drawing/font-catalogue.ts';
import { clientOf } from '../ipp-printer/client-of.ts';
import { printOnIpp } from '../ipp-printer/print-on-ipp.ts';
import type { Patience } from '../ipp-printer/time-limits.ts';
import type { WorkerContext } from '../worker-context.ts';
import { drawPaperDocument } from './draw-paper-document.ts';

/** A paper is no card: whoever waits for it at the counter goes home without it, and it can be printed again. */
const LONGEST_WAIT_MILLISECONDS = 2 * 60_000;

/** How long a printer is waited for with a paper. */
function hurried(patience: Patience): Patience {
  const atMost = (milliseconds: number): number => Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS);
  return {
    ...patience,
    beforeSending: atMost(patience.beforeSending),
    standstill: atMost(patience.standstill),
    trouble: atMost(patience.trouble),
    whole: atMost(patience.whole),
    silence: atMost(patience.silence),
  };
}

/** Draws a paper and prints it on the ordinary printer, through every check that a card goes through. */
export async function printPaper(
  order: Extract<WorkerOrder, { kind: 'paper' }>,
  context: WorkerContext,
  patience: Patience,
): Promise<void> {
  const { printer, paper, job } = order;
  const { createPaperDrawing } = await import('../../lib/drawing/draw-paper.ts');
  const drawing = createPaperDrawing({ resolveFont: fontsIn(context.fontFolder) });
  const document = drawPaperDocument(paper, printer, drawing);
  const client = clientOf(printer, context, patience.limits);
  await printOnIpp(client, printer, { name: job, earlier: [] }, document, context, hurried(patience));
}
