import type { PrinterSettings } from '../../shared/contract/printing/printer.ts';
import type { EarlierJob, PrinterJob, WorkerOrder } from '../../shared/contract/worker.ts';
import { unreachable } from '../../shared/result.ts';
import { type CardToPrint, openCard, testCard } from './card/card-to-print.ts';
import { drawDocument } from './card/draw-document.ts';
import { clientOf } from './ipp-printer/client-of.ts';
import { printOnIpp } from './ipp-printer/print-on-ipp.ts';
import { purgeJob } from './ipp-printer/purge-job.ts';
import { refusalOf } from './ipp-printer/refusal-of.ts';
import type { Patience } from './ipp-printer/time-limits.ts';
import { printOnOsQueue } from './os/print-on-os-queue.ts';
import { printPaper } from './paper/print-paper.ts';
import { withAskedName } from './paper/with-asked-name.ts';
import { inspect } from './set-up/inspect.ts';
import { listQueues } from './set-up/list-queues.ts';
import { printOnVirtualPrinter } from './virtual/virtual-printer.ts';
import { watchPrinter } from './watch/watch-printer.ts';
import type { WorkerContext } from './worker-context.ts';

/** Does what a worker was started for. */
export async function carryOut(
  order: WorkerOrder,
  context: WorkerContext,
  patience: Patience,
): Promise<void> {
  switch (order.kind) {
    case 'print': {
      const card = openCard(order, context);
      if (card === null) return context.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
      await print(order.printer, { name: order.job, earlier: order.earlier }, card, context, patience);
      order.key.fill(0);
      return;
    }
    case 'test-card':
      return print(
        order.printer,
        { name: order.job, earlier: [] },
        testCard(order.programme),
        context,
        patience,
      );
    case 'paper':
      return printPaper(order, context, patience);
    case 'record-search-paper': {
      const paper = withAskedName(order);
      if (paper === null) return context.report({ kind: 'no-card', why: { kind: 'not-drawable' } });
      return printPaper({ kind: 'paper', job: order.job, printer: order.printer, paper }, context, patience);
    }
    case 'inspect': {
      const found = await inspect(order, context.printServer, patience.limits);
      return context.report(
        found.ok ? { kind: 'inspected', inspection: found.value } : { kind: 'refused', why: found.error },
      );
    }
    case 'list-queues': {
      const listed = await listQueues(context.printServer, patience.limits);
      return context.report(
        listed.ok ? { kind: 'queues', queues: [...listed.value] } : { kind: 'refused', why: listed.error },
      );
    }
    case 'watch':
      return watchPrinter(clientOf(order.printer, context, patience.limits), order.printer, context);
    case 'purge':
      for (const job of order.jobs) {
        const outcome = await purgeJob(
          clientOf(order.printer, context, patience.limits),
          order.printer,
          job,
          context,
          patience,
        );
        await context.report({ kind: 'purged', name: job.name, outcome });
      }
      return;
    case 'identify': {
      const shown = await clientOf(order.printer, context, patience.limits).identifyPrinter();
      return context.report(
        shown.ok ? { kind: 'identified' } : { kind: 'refused', why: refusalOf(shown.error) },
      );
    }
    default:
      return unreachable(order);
  }
}

async function print(
  printer: PrinterSettings,
  job: { readonly name: PrinterJob['name']; readonly earlier: readonly EarlierJob[] },
  card: CardToPrint,
  context: WorkerContext,
  patience: Patience,
): Promise<void> {
  const drawing = await context.drawing();
  switch (printer.driver) {
    case 'virtual':
      // A release has no simulated printer in it: its keeper orders nothing there.
      return __EVALUATION__
        ? printOnVirtualPrinter(card, printer, drawing, context)
        : context.report({ kind: 'no-card', why: { kind: 'not-sent' } });
    case 'ipp': {
      const document = await drawDocument(card, printer, drawing);
      return printOnIpp(
        clientOf(printer, context, patience.limits),
        printer,
        job,
        document,
        context,
        patience,
      );
    }
    case 'os':
      return printOnOsQueue(card, printer, drawing, context);
    default:
      return unreachable(printer);
  }
}
