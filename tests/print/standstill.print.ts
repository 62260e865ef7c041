import { expect, it } from 'vitest';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { lastFourOf } from '../../electron/keeper/start/keeper.test-support.ts';
import { ending, printCard, untilSeen } from './counter.ts';
import { always, doubt, expectWhole, honest, lyingPrinter } from './lying-printer.ts';
import { ippReply, jobGroup, printerGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { program } from './programs.ts';
import { steadyWorker } from './queued.ts';
import { long } from './sample.ts';

// Printers that stand still, are busy, or are never done.

/** Gives up what moves for ever after half a minute. */
const hurriedWorker = program('hurried-worker');

const { createJob, sendDocument, getJobAttributes } = operations;

it('a printer that moves for ever and makes no card is stopped, and the clerk is asked', async () => {
  const { printer, counter, lies } = await lyingPrinter({ workerPath: hurriedWorker });
  let polls = 0;
  lies((request, job) => {
    if (request.operation !== getJobAttributes || job.state !== 9) return null;
    polls += 1;
    return ippReply([
      jobGroup({
        id: job.id,
        name: job.name ?? '',
        state: 5,
        reasons: [`busy-with-${polls}`],
        impressions: 0,
      }),
    ]);
  });
  await printCard(counter);
  expect(await ending(counter)).toEqual(doubt('too-long'));
  expect(printer.requests().map(({ operation }) => operation)).toContain(operations.cancelJob);
  await expectWhole(counter);
});

it('a printer that stops answering does not keep the next person waiting at the hand-over', async () => {
  const { counter, lies } = await lyingPrinter({ workerPath: steadyWorker });
  lies(always(operations.getJobs, { kind: 'silence' }));
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  const { page, keeper } = counter;
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
  // The product waits 20 s for each answer of a printer: nobody waits for that at the counter.
  await expect.poll(() => keeper.services.endings.shown().kind, { timeout: 60_000 }).toBe('print-side-open');
  expect(livingProcessesOf(page.session.pid)).toEqual([]);
  expect(keeper.services.wipes.busy()).toBe(false);
});

// The same of a jam is in direct.print.ts, on a printer that has one.
long('a printer that stands still in the middle of a card says so, and goes on by itself', async () => {
  const { printer, counter, lies } = await lyingPrinter();
  lies((request, job) => {
    if (job.state !== 9) return null;
    if (request.operation === getJobAttributes)
      return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 1 })]);
    if (request.operation !== operations.getPrinterAttributes) return null;
    return ippReply([printerGroup({ state: 5, reasons: ['media-jam-error'] })]);
  });
  await printCard(counter);
  await untilSeen(counter, 'a jam', (view) => view.printTroubles.includes('media-jam'));
  lies(honest);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents()).toHaveLength(1);
});

it('a printer that is busy when it has read the document gets it again once it is not', async () => {
  const { printer, counter, lies } = await lyingPrinter();
  lies(always(sendDocument, ippReply([], 0x0507)));
  await printCard(counter);
  await untilSeen(counter, 'busy', (view) => view.printTroubles.includes('busy'));
  lies(honest);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  expect(printer.documents().length).toBeGreaterThan(1);
  // Each of those jobs was ended before the next one was made.
  const order = printer.requests().map(({ operation }) => operation);
  const count = (operation: number): number => order.filter((each) => each === operation).length;
  expect(count(operations.cancelJob)).toBe(count(createJob) - 1);
});

long(
  'a printer whose trouble was mended gets its time to move again, however long the trouble took',
  async () => {
    const { printer, counter, lies } = await lyingPrinter();
    // Longer than the worker of these tests waits for a printer that stands still without a word: 12 s, a look each 100 ms.
    const [mended, moving] = [130, 135];
    let polls = 0;
    lies((request, job) => {
      if (job.state !== 9 || polls > moving) return null;
      if (request.operation === getJobAttributes) {
        polls += 1;
        return ippReply([jobGroup({ id: job.id, name: job.name ?? '', state: 5, impressions: 1 })]);
      }
      if (request.operation !== operations.getPrinterAttributes) return null;
      return ippReply([printerGroup({ state: 4, reasons: [polls < mended ? 'media-jam-error' : 'none'] })]);
    });
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    expect(printer.documents()).toHaveLength(1);
  },
);
