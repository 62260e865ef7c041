import { expect, it } from 'vitest';
import type { KeeperOptions } from '../../electron/keeper/start/keeper.test-support.ts';
import { ending, openCounter, openCounterWith, printCard, printOnceMore, untilSeen } from './counter.ts';
import { isWhole, type StreamingPrinterOptions } from './peers/streaming-printer.ts';
import { ASKED, handOverFound, steadyWorker } from './queued.ts';
import { long } from './sample.ts';
import { lineTo, printServer, queueFor, serverOf, streamingPrinter } from './stage.ts';
import { strangerAt } from './stranger.ts';

// A queue that CUPS makes by itself (`everywhere`) in front of a printer that prints while it reads and takes its own
// sizes only (PAPPL).

const steady: KeeperOptions = { workerPath: steadyWorker };
const asked = { kind: 'doubt' };

/** The queue asks for whole millimetres: a printer of that size takes its cards. */
async function queuedStreaming(
  more: KeeperOptions = {},
  options: Omit<StreamingPrinterOptions, 'folder'> = {},
) {
  const printer = await streamingPrinter({ media: 'om_card_54x86mm', ...options });
  const { line, uri } = await lineTo(printer);
  const cups = await printServer();
  const queue = await queueFor(cups, `${uri}/card`);
  const counter = await openCounterWith(queue.uri, { printServer: serverOf(cups), ...more });
  return { printer, line, cups, counter };
}

it('a queue that rounds the size of its printer’s cards is not used, and says where the printer itself answers', async () => {
  const printer = await streamingPrinter();
  const cups = await printServer();
  const queue = await queueFor(cups, printer.uri);
  const { page } = await openCounter({ printServer: serverOf(cups) });
  const { missing } = await page.does('inspectPrinter', { address: queue.uri });
  expect(missing).toMatchObject([
    {
      kind: 'size-refused-behind',
      asked: { widthHundredths: 5400, heightHundredths: 8600 },
      own: { widthHundredths: 5398, heightHundredths: 8560 },
      address: printer.uri,
    },
  ]);
  expect(await page.call('choosePrinter', { address: queue.uri, pin: null })).toMatchObject({ ok: false });
  // The control: at its own address it takes cards.
  expect((await page.does('inspectPrinter', { address: printer.uri })).missing).toEqual([]);
});

it('a card goes through whole, and the clerk is asked', async () => {
  const { printer, counter } = await queuedStreaming(steady);
  await printCard(counter);
  expect(await ending(counter)).toEqual(ASKED);
  await handOverFound(counter);
  expect(printer.sheets().map(isWhole)).toEqual([true]);
});

// In short runs another queue shows a trouble (queue.print.ts), and the printer itself (streaming.print.ts).
long.each([
  ['media-empty', 0, 0],
  ['media-jam', 1, 500],
] as const)('%s of its printer is shown, and the card goes on by itself', async (trouble, face, row) => {
  const { printer, counter } = await queuedStreaming(steady);
  printer.hold(trouble, face, row);
  await printCard(counter);
  await printer.waitForHold();
  await untilSeen(counter, trouble, ({ printTroubles }) => printTroubles.includes(trouble));
  printer.goOn();
  expect(await ending(counter)).toEqual(ASKED);
  expect(printer.sheets().map(isWhole)).toEqual([true]);
});

long('a printer that stands still in the back is stopped, and the clerk is asked', async () => {
  const { printer, counter } = await queuedStreaming();
  printer.hold('nothing', 1, 82);
  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'too-long' });
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

long('a printer that fails in the back leaves a question', async () => {
  const { printer, counter } = await queuedStreaming(steady);
  printer.failAt(1, 288);
  await printCard(counter);
  expect(await ending(counter)).toMatchObject(asked);
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

long('a card that the clerk stops leaves a question', async () => {
  const { printer, counter } = await queuedStreaming(steady);
  printer.hold('media-jam', 1, 500);
  await printCard(counter);
  await printer.waitForHold();
  await counter.page.does('stopPrint', {});
  expect(await ending(counter)).toMatchObject(asked);
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

// In short runs the line to the printer itself breaks (streaming.print.ts).
long.each([
  ['front', 0],
  ['back', 1],
] as const)('a line that breaks in the %s behind the queue leaves a question', async (_face, face) => {
  // By a worker that waits seconds: CUPS may go on asking after a job that is gone.
  const { printer, line, counter } = await queuedStreaming({}, { buffer: 4096 });
  printer.hold('nothing', face, 288);
  await printCard(counter);
  await printer.waitForHold();
  await line.refuse();
  await line.accept();
  printer.goOn();
  expect(await ending(counter)).toMatchObject(asked);
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

long('a printer that is busy with a stranger’s card has CUPS give up, and the clerk is asked', async () => {
  const { printer, counter } = await queuedStreaming(steady);
  printer.hold('media-empty', 0, 500);
  const stranger = await (await strangerAt(printer)).send();
  await printer.waitForHold();
  await printCard(counter);
  await untilSeen(counter, 'why', ({ printTroubles }) => printTroubles.includes('media-empty'));
  expect(await ending(counter)).toMatchObject(asked);
  printer.goOn();
  expect(await stranger.answer).toMatchObject({ ok: true });
  expect(printer.sheets()).toMatchObject([{ name: stranger.name }]);
  // Nothing of ours comes out behind it: the clerk who looks, and prints again, gets one card.
  await counter.page.does('tellCard', { found: false });
  await printOnceMore(counter);
  expect(await ending(counter)).toEqual(ASKED);
  expect(printer.sheets().map(isWhole)).toEqual([true, true]);
});

// A question is asked of each card on a queue; that no stranger’s job is taken is in streaming.print.ts.
long(
  'a printer that loses its power and counts from one again leaves a question: a stranger’s card is not ours',
  async () => {
    const { printer, counter } = await queuedStreaming();
    const stranger = await strangerAt(printer);
    printer.hold('media-jam', 0, 500);
    await printCard(counter);
    await printer.waitForHold();
    await untilSeen(counter, 'a jam', ({ printTroubles }) => printTroubles.includes('media-jam'));
    await printer.restart();
    const sent = await stranger.send();
    expect(sent.number).toBe(1);
    await printer.waitForHold();
    printer.goOn();
    // CUPS goes by the number, takes that job for its own, and says "completed", or cancels it: a queue is believed of no
    // card.
    expect(await ending(counter)).toMatchObject(asked);
    await sent.answer;
    expect(printer.sheets()).toMatchObject([{ name: sent.name }]);
  },
);
