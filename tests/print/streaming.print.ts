import { describe, expect, it } from 'vitest';
import type { KeeperOptions } from '../../electron/keeper/start/keeper.test-support.ts';
import { type Counter, ending, handOver, openCounterWith, printCard, untilSeen } from './counter.ts';
import { operations } from './peers/ipp-message.ts';
import { isWhole, type StreamingPrinter, type StreamingTrouble } from './peers/streaming-printer.ts';
import { steadyWorker } from './queued.ts';
import { long, sample } from './sample.ts';
import { lineTo, streamingPrinter } from './stage.ts';
import { type StrangersCard, strangerAt } from './stranger.ts';

// A printer that prints while it reads and answers when it has printed (PAPPL), by a worker with seconds in the place
// of the product's minutes. A card is a card only if all its rows arrived: they are counted where they do.

const inTray = { kind: 'in-tray' };
const replyLost = { kind: 'doubt', doubt: 'reply-lost' };
/** Little enough that the line stands still with the printer. */
const SMALL = 4096;
/**
 * Looks of the worker at its job, at least 100 ms apart: longer than the 12 s that it waits where nothing moves and
 * nobody names a trouble.
 */
const POLLS_BEYOND_PATIENCE = 130;

/** A counter with a line between it and the printer. */
async function services(printer: StreamingPrinter, options: KeeperOptions = {}) {
  const { line, uri } = await lineTo(printer);
  const counter = await openCounterWith(`${uri}/card`, options);
  return { line, counter };
}

function shows(counter: Counter, trouble: StreamingTrouble): Promise<unknown> {
  return untilSeen(counter, trouble, ({ printTroubles }) => printTroubles.some((each) => each === trouble));
}

/** Waits until a stranger's card stands still. One that the printer did not take says so, instead of a minute of nothing. */
async function stands(printer: StreamingPrinter, { answer }: StrangersCard): Promise<void> {
  const early = answer.then((said) => {
    throw new Error(`the stranger’s card came to its end: ${JSON.stringify(said)}`);
  });
  await Promise.race([printer.waitForHold(), early]);
}

it('a card is printed while it is read, and is in the tray when its printer has said so', async () => {
  const printer = await streamingPrinter({ buffer: SMALL });
  const { line, counter } = await services(printer);
  await printCard(counter);
  expect(await ending(counter)).toEqual(inTray);
  await handOver(counter);
  expect(printer.sheets().map(isWhole)).toEqual([true]);
  expect(line.operations().filter((each) => each === operations.sendDocument)).toHaveLength(1);
});

describe('a trouble that lasts longer than any time-out', () => {
  const rows: readonly (readonly [StreamingTrouble, string, 0 | 1, number])[] = [
    ['media-empty', 'before the card', 0, 0],
    ['media-jam', 'in the front', 0, 500],
    ['cover-open', 'between the faces', 1, 0],
    ['ribbon-empty', 'in the back', 1, 500],
  ];

  it.each(sample(rows, 2, 4))(
    '%s %s is shown while the card is sent, nothing is cut, and the card is whole',
    async (why, _when, face, row) => {
      const printer = await streamingPrinter({ buffer: SMALL });
      const { line, counter } = await services(printer);
      printer.hold(why, face, row);
      await printCard(counter);
      await printer.waitForHold();
      await shows(counter, why);
      const polls = line.operations().filter((each) => each === operations.getJobAttributes).length;
      await line.waitForOperation(operations.getJobAttributes, polls + POLLS_BEYOND_PATIENCE);
      printer.goOn();
      expect(await ending(counter)).toEqual(inTray);
      expect(printer.sheets().map(isWhole)).toEqual([true]);
    },
  );
});

long(
  'a printer that stands still in the back and names no trouble is stopped, and the clerk is asked',
  async () => {
    const printer = await streamingPrinter({ buffer: SMALL });
    const { counter } = await services(printer);
    printer.hold('nothing', 1, 82);
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'too-long' });
    await printer.waitForSheets(1);
    expect(printer.sheets().map(isWhole)).toEqual([false]);
  },
);

it.each(
  sample(
    [
      ['front', 0],
      ['back', 1],
    ] as const,
    0,
  ),
)('a line that breaks in the %s leaves a question, whatever the printer counts', async (_face, face) => {
  const printer = await streamingPrinter({ buffer: SMALL });
  const { line, counter } = await services(printer);
  printer.hold('nothing', face, 288);
  await printCard(counter);
  await printer.waitForHold();
  await line.refuse();
  await line.accept();
  printer.goOn();
  expect(await ending(counter)).toEqual(replyLost);
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

// In short runs another printer fails in the middle of a card (direct.print.ts).
long.each([
  ['in the back', 288],
  ['after the front', 0],
] as const)('a printer that fails %s leaves a question', async (_where, row) => {
  const printer = await streamingPrinter({ buffer: SMALL });
  const { counter } = await services(printer);
  printer.failAt(1, row);
  await printCard(counter);
  expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
  await printer.waitForSheets(1);
  expect(printer.sheets().map(isWhole)).toEqual([false]);
});

it('a printer whose answer to the document never comes leaves a question, and its card is whole', async () => {
  const printer = await streamingPrinter({ buffer: SMALL });
  const { line, counter } = await services(printer);
  line.onOperation(operations.sendDocument, { kind: 'blackhole' });
  await printCard(counter);
  expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
  expect(printer.sheets().map(isWhole)).toEqual([true]);
});

describe('a printer that loses its power', () => {
  it.each(sample(['waits', 'stops'] as const, 1))(
    'counts from one again: a stranger’s job under that number is neither taken nor canceled, if the clerk %s',
    async (what) => {
      const printer = await streamingPrinter({ buffer: SMALL });
      const { line, counter } = await services(printer, { workerPath: steadyWorker });
      const stranger = await strangerAt(printer);
      printer.hold('media-jam', 0, 500);
      await printCard(counter);
      await printer.waitForHold();
      await shows(counter, 'media-jam');
      await line.refuse();
      await printer.restart();
      const sent = await stranger.send();
      expect(sent.number).toBe(1);
      await printer.waitForHold();
      if (what === 'stops') await counter.page.does('stopPrint', {});
      await line.accept();
      // Whoever waits hears of another name; whoever stops it may hear of a broken line first.
      const end = what === 'waits' ? { kind: 'doubt', doubt: 'vanished' } : { kind: 'doubt' };
      expect(await ending(counter)).toMatchObject(end);
      printer.goOn();
      expect(await sent.answer).toMatchObject({ ok: true });
      expect(printer.sheets()).toMatchObject([{ job: 1, name: sent.name }]);
      expect(printer.sheets().map(isWhole)).toEqual([true]);
      expect(line.operations()).not.toContain(operations.cancelJob);
    },
  );
});

describe('a printer that is busy with a stranger’s card', () => {
  long('is waited for, in words, with nothing sent; then the card is sent', async () => {
    const printer = await streamingPrinter({ buffer: SMALL });
    const { line, counter } = await services(printer);
    printer.hold('media-empty', 0, 500);
    const stranger = await (await strangerAt(printer)).send();
    await printer.waitForHold();
    await printCard(counter);
    // Also what keeps that card from coming out: the clerk can mend it.
    await untilSeen(
      counter,
      'busy, and why',
      ({ printTroubles }) => printTroubles.includes('busy') && printTroubles.includes('media-empty'),
    );
    expect(line.operations()).not.toContain(operations.createJob);
    printer.goOn();
    expect(await stranger.answer).toMatchObject({ ok: true });
    expect(await ending(counter)).toEqual(inTray);
    expect(printer.sheets().map(isWhole)).toEqual([true, true]);
  });

  long('that came before ours and leaves room for no second job is waited for', async () => {
    const printer = await streamingPrinter({ mostJobs: 1 });
    const { line, counter } = await services(printer);
    const stranger = await strangerAt(printer);
    line.onOperation(operations.createJob, { kind: 'hold-request' });
    await printCard(counter);
    await line.waitForOperation(operations.createJob);
    printer.hold('nothing', 0, 500);
    const sent = await stranger.send();
    await printer.waitForHold();
    line.release();
    await untilSeen(counter, 'busy', ({ printTroubles }) => printTroubles.includes('busy'));
    expect(line.operations()).not.toContain(operations.sendDocument);
    printer.goOn();
    expect(await sent.answer).toMatchObject({ ok: true });
    expect(await ending(counter)).toEqual(inTray);
    expect(printer.sheets().map(isWhole)).toEqual([true, true]);
  });

  it('that came between job and document is waited for, and the card is sent once it is out', async () => {
    const printer = await streamingPrinter();
    const { line, counter } = await services(printer);
    const ready = await strangerAt(printer);
    line.onOperation(operations.sendDocument, { kind: 'hold-request' });
    await printCard(counter);
    await line.waitForOperation(operations.sendDocument);
    printer.hold('nothing', 0, 500);
    const stranger = await ready.send();
    await stands(printer, stranger);
    line.release();
    await untilSeen(counter, 'busy', ({ printTroubles }) => printTroubles.includes('busy'));
    printer.goOn();
    expect(await stranger.answer).toMatchObject({ ok: true });
    expect(await ending(counter)).toEqual(inTray);
    expect(printer.sheets().map(isWhole)).toEqual([true, true]);
  });
});
