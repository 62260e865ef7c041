import type { IppDevice, PrintEnding } from '../../../shared/contract/printing/printer.ts';
import type { EarlierJob, PrinterJob } from '../../../shared/contract/worker.ts';
import { unreachable } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { WorkerContext } from '../worker-context.ts';
import { clientOf } from './client-of.ts';
import { printDocument } from './print-document.ts';
import { purgeJob } from './purge-job.ts';
import { earlierAttempts } from './settle-earlier.ts';
import type { Patience } from './time-limits.ts';
import type { PrintDocument } from './upload.ts';

/**
 * Prints what was drawn on an IPP printer or queue; says how that ended, and then lets the printer's side forget the
 * job. Null: it could not be drawn.
 */
export async function printOnIpp(
  client: IppClient,
  printer: IppDevice,
  job: { readonly name: PrinterJob['name']; readonly earlier: readonly EarlierJob[] },
  document: PrintDocument | null,
  context: WorkerContext,
  patience: Patience,
): Promise<void> {
  if (document === null) {
    return context.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
  }
  const earlier = earlierAttempts(job.earlier, printer);
  let number: number | null = null;
  const listening: WorkerContext = {
    ...context,
    report(report) {
      if (report.kind === 'job') number = report.number;
      return context.report(report);
    },
  };
  const printed = await printDocument(
    client,
    printer,
    { name: job.name, earlier },
    document,
    listening,
    patience,
  );
  document.bytes.fill(0);
  await reportEnding(printed.ending, context);
  // Only now: before its end is read, a queue must remember it.
  const own = { job: { name: job.name, number }, printer, isOver: printed.isOver };
  for (const each of [...earlier.map((one) => ({ ...one, isOver: printed.settled })), own]) {
    const there = clientOf(each.printer, context, patience.limits);
    const outcome = await purgeJob(there, each.printer, each.job, context, patience);
    // What ends only now may bring its card after the clerk has looked: the next attempt asks about it first.
    await context.report({ kind: 'purged', name: each.job.name, outcome: each.isOver ? outcome : null });
  }
}

function reportEnding(ending: PrintEnding, { report }: WorkerContext): Promise<void> {
  switch (ending.kind) {
    case 'in-tray':
      return report({ kind: 'in-tray', tray: null });
    case 'doubt':
      return report({ kind: 'doubt', doubt: ending.doubt });
    case 'no-card':
      return report({ kind: 'no-card', why: ending.why });
    default:
      return unreachable(ending);
  }
}
