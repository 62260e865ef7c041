import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PrinterCondition } from '../../shared/contract/printing/printer-status.ts';
import { type Counter, killWorker, openCounter } from './counter.ts';
import { operations } from './peers/ipp-message.ts';
import { ipptoolFor } from './peers/ipptool.test-support.ts';
import { toldByNextPoll } from './peers/next-poll.ts';
import { samplePdf } from './peers/sample-document.test-support.ts';
import { steadyWorker } from './queued.ts';
import { cardPrinter, lineTo, peerFolder } from './stage.ts';

// Somebody looks at the printer all day: a clerk sees what is wrong with it before the next card.

const ready = { kind: 'ready' } as const;

/** A counter that looks at a printer, with its supervisor signed in. */
async function watching(address: string): Promise<Counter> {
  const counter = await openCounter({ workerPath: steadyWorker });
  await counter.page.does('choosePrinter', { address, pin: null });
  return counter;
}

/** How many milliseconds it takes until the page is told this. */
async function toldAfter({ page }: Counter, condition: PrinterCondition): Promise<number> {
  const since = performance.now();
  await expect
    .poll(async () => (await page.status()).printer.condition, { timeout: 60_000, interval: 50 })
    .toEqual(condition);
  return performance.now() - since;
}

/** What the page was told of the printer from this event on, each change once. */
function conditionsTold({ page }: Counter, from: number): readonly PrinterCondition['kind'][] {
  const told = page.events
    .slice(from)
    .flatMap((event) =>
      event.kind === 'status' && event.status.holder === 'staff' ? [event.status.printer.condition.kind] : [],
    );
  // It was ready before: told once more for another reason, that is no change.
  return told.filter((kind, index) => kind !== (told[index - 1] ?? 'ready'));
}

it('every change is told by the next look, by itself', async ({ annotate }) => {
  const printer = await cardPrinter();
  const { line, uri } = await lineTo(printer);
  const counter = await watching(uri);
  const figures: string[] = [];
  const expectTold = async (what: string, condition: PrinterCondition): Promise<void> => {
    const milliseconds = await toldAfter(counter, condition);
    figures.push(`${what} ${Math.round(milliseconds)} ms`);
  };
  const expectSoon = (what: string, condition: PrinterCondition): Promise<void> =>
    toldByNextPoll(line, operations.getPrinterAttributes, () => expectTold(what, condition));
  await expectSoon('first look', ready);

  // Somebody else's card, past the line: nobody but the watch asks the printer on it.
  const folder = peerFolder();
  const card = join(folder, 'card.pdf');
  writeFileSync(card, samplePdf(['front', 'back']));
  const { print, printerReasons, printerState, waitForJob } = ipptoolFor(folder, printer.uri);
  const untilItSays = (reasons: string): Promise<void> =>
    expect.poll(printerReasons, { timeout: 60_000, interval: 50 }).toContain(reasons);
  printer.setMode('cover-open');
  const job = await print(card, 'application/pdf');
  await untilItSays('cover-open');
  await expectSoon('cover open', { kind: 'trouble', troubles: ['cover-open'] });
  printer.setMode('media-empty');
  await untilItSays('media-empty');
  await expectSoon('no cards', { kind: 'trouble', troubles: ['media-empty'] });
  printer.setMode('slow');
  await untilItSays('none');
  await expectSoon('printing', { kind: 'working' });
  printer.setMode('ok');
  await waitForJob(job);
  await expect.poll(printerState, { timeout: 60_000, interval: 50 }).toBe('idle');
  await expectSoon('done', ready);
  // What a kiosk sees of a printer that is off: nobody listens.
  await line.refuse();
  await expectTold('off', { kind: 'refused', why: { kind: 'unreachable' } });
  await line.accept();
  await expectSoon('on again', ready);
  await annotate(figures.join(', '));
  expect(printer.cards()).toHaveLength(1);
});

it('a watch that dies is taken up again, and a printer that is not chosen any more is left alone', async () => {
  const counter = await watching((await cardPrinter()).uri);
  await toldAfter(counter, ready);
  // By all that the page is told: until the watch is taken up again, two seconds, nobody knows how the printer is.
  const from = counter.page.events.length;
  killWorker(counter, 'first');
  await expect
    .poll(() => conditionsTold(counter, from), { timeout: 60_000, interval: 50 })
    .toEqual(['unknown', 'ready']);
  await counter.page.does('chooseBuiltInPrinter', {});
  expect((await counter.page.status()).printer.condition).toEqual({ kind: 'unknown' });
});
