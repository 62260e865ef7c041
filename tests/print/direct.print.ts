import { describe, expect, it } from 'vitest';
import { fillIn, PERSON, printAfterReadBack } from '../../electron/keeper/start/keeper.test-support.ts';
import { patternsOfValue } from '../../shared/remanence/patterns.ts';
import { createMemorySearch, type MemoryScan, scanProcess } from '../support/memory/scan-process.ts';
import { long, sample } from '../support/sample.ts';
import {
  type Counter,
  ending,
  handOver,
  openCounterWith,
  printAgain,
  printCard,
  printOnceMore,
  putAside,
  untilSeen,
  workerOf,
} from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import { goodPrinter, ippReply, printerGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { ipptoolFor } from './peers/ipptool.test-support.ts';
import { toldByNextPoll } from './peers/next-poll.ts';
import { steadyWorker } from './queued.ts';
import { cardPrinter, faultPrinter, lineTo, peerFolder } from './stage.ts';

// The fault table of a printer that is spoken to directly: each row one test, on a real ippeveprinter.

const inTray = { kind: 'in-tray' };

const steady = { workerPath: steadyWorker };

/** A printer, and the counter that prints on it: with the product's own patience, unless a test waits for its end. */
async function services(worker?: 'impatient'): Promise<{ printer: CardPrinter; counter: Counter }> {
  const printer = await cardPrinter();
  return { printer, counter: await openCounterWith(printer.uri, worker === 'impatient' ? {} : steady) };
}

function kindsOf(printer: CardPrinter): readonly string[] {
  return printer.cards().map(({ kind }) => kind);
}

describe('a printer of its own', () => {
  it('prints one card, which is handed over', async () => {
    const { printer, counter } = await services();
    await printCard(counter);
    expect(await ending(counter)).toEqual(inTray);
    const receipt = await handOver(counter);
    // What the printer remembers nobody here can see, and the receipt does not claim it.
    expect(receipt.erased.spool).toBe('not-proven');
    expect(receipt.notDone).toContain('printer-memory-out-of-reach');
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
  });

  it('has a worker ready at the read-back: it knows nobody before the clerk prints, and is who prints then', async () => {
    const { printer, counter } = await services();
    const search = (value: string): MemoryScan =>
      scanProcess(workerOf(counter, 'last'), createMemorySearch(patternsOfValue('value', value)));
    printer.setMode('media-jam');
    const watching = workerOf(counter, 'last');
    await fillIn(counter.page);
    const ready = workerOf(counter, 'last');
    expect(ready).not.toBe(watching);
    // It has read what it was told: the printer, and nobody.
    await expect.poll(() => search(printer.uri).hits.length, { timeout: 60_000 }).toBeGreaterThan(0);
    expect(search(PERSON.name)).toMatchObject({ gone: false, hits: [] });
    await printAfterReadBack(counter.page);
    await printer.waitForHold();
    expect(workerOf(counter, 'last')).toBe(ready);
    // The control: whoever prints a card has it.
    expect(search(PERSON.name).hits.length).toBeGreaterThan(0);
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(inTray);
  });

  it.for(sample(['cover-open', 'media-empty', 'media-jam', 'ribbon-empty'] as const, 2, 4))(
    'with %s is shown as it is at the next look, and goes on by itself',
    async (trouble, { annotate }) => {
      const printer = await cardPrinter();
      const { line, uri } = await lineTo(printer);
      const counter = await openCounterWith(uri, steady);
      printer.setMode(trouble);
      await printCard(counter);
      await printer.waitForHold();
      const since = performance.now();
      // Its mechanics stand still; the printer itself hears of it a moment later.
      const { printerReasons } = ipptoolFor(peerFolder(), printer.uri);
      await expect.poll(printerReasons, { timeout: 60_000, interval: 50 }).not.toBe('none');
      const held = await toldByNextPoll(line, operations.getJobAttributes, () =>
        untilSeen(counter, trouble, (view) => view.printTroubles.includes(trouble)),
      );
      await annotate(`shown after ${Math.round(performance.now() - since)} ms`);
      expect(held).toMatchObject({ state: 'printing', printEnding: null });
      expect(printer.cards()).toEqual([]);
      printer.setMode('ok');
      expect(await ending(counter)).toEqual(inTray);
      expect(kindsOf(printer)).toEqual(['card']);
    },
  );

  it('that fails in the middle of a card leaves a question, and one good card in the end', async () => {
    const { printer, counter } = await services();
    printer.setMode('fail-mid-job');
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'aborted' });
    printer.setMode('ok');
    // No second card without two words of the clerk: that there is none, and then that it is printed again.
    expect(await counter.page.call('retryPrint', {})).toMatchObject({ error: { kind: 'not-now' } });
    await printAgain(counter);
    expect(await ending(counter)).toEqual(inTray);
    expect(kindsOf(printer)).toEqual(['half', 'card']);
  });

  long(
    'that fails before a card leaves the same question: only a person can say that there is none',
    async () => {
      const { printer, counter } = await services();
      printer.setMode('fail-before');
      await printCard(counter);
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'aborted' });
      expect(printer.cards()).toEqual([]);
      printer.setMode('ok');
      await printAgain(counter);
      expect(await ending(counter)).toEqual(inTray);
      expect(kindsOf(printer)).toEqual(['card']);
    },
  );

  long('that is slow is waited for', async () => {
    const { printer, counter } = await services();
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    const underWay = await untilSeen(counter, 'the front', (view) => view.printStage === 'front');
    expect(underWay).toMatchObject({ state: 'printing', printTroubles: [], printEnding: null });
    printer.setMode('ok');
    expect(await ending(counter)).toEqual(inTray);
    expect(kindsOf(printer)).toEqual(['card']);
  });

  long(
    'that stands still for too long and ignores being stopped gets no second card before it is done',
    async () => {
      const { printer, counter } = await services('impatient');
      printer.setMode('slow');
      await printCard(counter);
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'too-long' });
      await printAgain(counter);
      expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'earlier-card' } });
      printer.setMode('ok');
      await printer.waitForCards(1);
      // It came out after the clerk had looked, so the clerk is asked once more before anything is sent.
      await printOnceMore(counter);
      expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
      await counter.page.does('tellCard', { found: true });
      await handOver(counter);
      expect(kindsOf(printer)).toEqual(['card']);
    },
  );

  long('that is stopped while it prints finishes its card, which the clerk finds', async () => {
    const { printer, counter } = await services();
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    await counter.page.does('stopPrint', {});
    await expect.poll(() => printer.said(), { timeout: 60_000, interval: 50 }).toContain('Cancel-Job');
    printer.setMode('ok');
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    await printer.waitForCards(1);
    await counter.page.does('tellCard', { found: true });
    await handOver(counter);
    expect(kindsOf(printer)).toEqual(['card']);
  });

  long('that is off is said to be, and prints once it is on', async () => {
    const { printer, counter } = await services();
    await printer.kill();
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'unreachable' } });
    await printer.restart();
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual(inTray);
    expect(kindsOf(printer)).toEqual(['card']);
  });

  it('that dies in the middle of a card and starts anew does not know the job, and the clerk is asked', async () => {
    const { printer, counter } = await services();
    printer.setMode('die');
    await printCard(counter);
    await printer.waitForEnd();
    printer.setMode('ok');
    await printer.restart();
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'vanished' });
    await printAgain(counter);
    expect(await ending(counter)).toEqual(inTray);
    expect(kindsOf(printer)).toEqual(['half', 'card']);
  });

  long(
    'that dies once the card has dropped and stays off leaves a question, and the card is found',
    async () => {
      const { printer, counter } = await services('impatient');
      printer.setMode('die-after');
      await printCard(counter);
      await untilSeen(counter, 'offline', (view) => view.printTroubles.includes('offline'));
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
      await counter.page.does('tellCard', { found: true });
      expect(await counter.page.application()).toMatchObject({ state: 'printed', printEnding: inTray });
      expect(kindsOf(printer)).toEqual(['card']);
    },
  );

  long(
    'that is busy with one person’s card prints the next person’s when it is done: two persons, two cards',
    async () => {
      const { printer, counter } = await services();
      printer.setMode('media-empty');
      await printCard(counter, 1);
      await printer.waitForHold();
      await putAside(counter);
      await printCard(counter, 2);
      await untilSeen(counter, 'busy', (view) => view.printTroubles.includes('busy'));
      expect(await counter.page.application()).toMatchObject({ printStage: 'waiting', printEnding: null });
      printer.setMode('ok');
      expect(await ending(counter)).toEqual(inTray);
      // Each has a worker of its own, and the first one's may look at its card a moment later than the second's.
      const states = (): readonly string[] => counter.keeper.services.vault.open().map(({ state }) => state);
      await expect.poll(states, { timeout: 60_000, interval: 50 }).toEqual(['printed', 'printed']);
      expect(kindsOf(printer)).toEqual(['card', 'card']);
      expect(new Set(printer.cards().map(({ digest }) => digest)).size).toBe(2);
    },
  );
});

it('a printer that stands still is sent nothing, and a print that is stopped there was never sent', async () => {
  const printer = await faultPrinter();
  const good = goodPrinter();
  const counter = await openCounterWith(printer.uri, steady);
  printer.onRequest((request) =>
    request.operation === operations.getPrinterAttributes
      ? ippReply([printerGroup({ state: 5 })])
      : good(request),
  );
  await printCard(counter);
  await untilSeen(counter, 'stopped', (view) => view.printTroubles.includes('stopped'));
  await counter.page.does('stopPrint', {});
  expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'not-sent' } });
  expect(printer.documents()).toEqual([]);
  expect(printer.requests().map(({ operation }) => operation)).not.toContain(operations.createJob);
  printer.onRequest(good);
  await printOnceMore(counter);
  expect(await ending(counter)).toEqual(inTray);
  expect(printer.documents()).toHaveLength(1);
});
