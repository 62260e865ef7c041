import { expect } from 'vitest';
import type { PrintEnding } from '../../shared/contract/printing/printer.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { type Counter, ending, handOver, openCounterWith, printCard, printOnceMore } from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import type { Cups, CupsOptions, Queue, QueueOptions } from './peers/cups.ts';
import { program } from './programs.ts';
import { cardPrinter, printServer, queueFor, serverOf } from './stage.ts';

/** How each card on a queue ends that ends well: a queue never knows, so the clerk is asked. */
export const ASKED: PrintEnding = { kind: 'doubt', doubt: 'cannot-know' };

/** Which question was asked; what else the end was, where it was none. */
export function question(end: PrintEnding): string {
  return end.kind === 'doubt' ? end.doubt : JSON.stringify(end);
}

export const steadyWorker = program('steady-worker');

/** A counter whose printer is a queue of this machine. */
interface QueuedCounter {
  readonly printer: CardPrinter;
  readonly cups: Cups;
  readonly queue: Queue;
  readonly counter: Counter;
}

/**
 * A print server set as a kiosk's must be, a queue in front of a card printer, and a counter that prints on it. Its
 * worker waits as long as the product's, or, `impatient`, seconds in the place of minutes.
 */
export async function queuedCounter(
  options: Partial<CupsOptions> & { readonly worker?: 'impatient' } = {},
): Promise<QueuedCounter> {
  const printer = await cardPrinter();
  const cups = await printServer(options);
  const queue = await queueFor(cups, printer.uri);
  const counter = await openCounterWith(queue.uri, {
    printServer: serverOf(cups),
    ...(options.worker === 'impatient' ? {} : { workerPath: steadyWorker }),
  });
  return { printer, cups, queue, counter };
}

/**
 * The print server crashed under a card, which its printer finished all the same: the clerk is asked, and whoever
 * restarts the server has it go on with what it has.
 */
export async function crashedUnderCard(): Promise<QueuedCounter> {
  const queued = await queuedCounter({
    // Else it writes down half a minute late what it has, and has forgotten the job itself.
    settings: { DirtyCleanInterval: '0' },
    worker: 'impatient',
  });
  const { printer, cups, counter } = queued;
  printer.setMode('slow-half');
  await printCard(counter);
  await printer.waitForHold();
  await cups.crash();
  printer.setMode('ok');
  await printer.waitForCards(1);
  expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
  return queued;
}

/** A counter and a queue with a driver of a vendor in the printer's place: `lie:/`, `handover:/`. */
export async function vendorCounter(deviceUri: string): Promise<Omit<QueuedCounter, 'printer'>> {
  const cups = await printServer();
  const driver: QueueOptions = { driver: 'ppd', errorPolicy: 'abort-job' };
  const queue = await queueFor(cups, deviceUri, driver);
  const counter = await openCounterWith(queue.uri, {
    printServer: serverOf(cups),
    workerPath: steadyWorker,
  });
  return { cups, queue, counter };
}

/** The clerk looked into the tray, said that there is none, and has it printed again; how that ends. */
export async function printAgain(counter: Counter): Promise<PrintEnding> {
  const { page } = counter;
  // One word alone does not make a second card.
  expect(await page.call('retryPrint', {})).toMatchObject({ error: { kind: 'not-now' } });
  await page.does('tellCard', { found: false });
  await printOnceMore(counter);
  return ending(counter);
}

/** The clerk looked into the tray, found the card and hands it over. */
export async function handOverFound(counter: Counter): Promise<Receipt> {
  await counter.page.does('tellCard', { found: true });
  return handOver(counter);
}

/** Whether this screen was ever told that a card is in the tray. */
export function saidInTray({ page }: Counter): boolean {
  return page.events.some(
    (event) => event.kind === 'application' && event.application.printEnding?.kind === 'in-tray',
  );
}

/** The jobs that the print server still knows: ended ones, and those under way. */
export async function jobsKnown(cups: Cups): Promise<string> {
  const [ended, open] = [
    await cups.client('lpstat', ['-W', 'completed', '-o']),
    await cups.client('lpstat', ['-W', 'not-completed', '-o']),
  ];
  return ended + open;
}

/** What of the spool's files belongs to jobs. */
export function jobFiles(cups: Cups): readonly string[] {
  return cups.spoolFiles().filter((name) => /^[cd]?\d/.test(name));
}
