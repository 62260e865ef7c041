import { describe, expect, it } from 'vitest';
import { SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import {
  asClerk,
  type Counter,
  ending,
  handOver,
  killWorker,
  openCounterWith,
  printAgain,
  printCard,
  printOnceMore,
  putAside,
  untilSeenAtWork,
} from './counter.ts';
import { operations } from './peers/ipp-message.ts';
import {
  ASKED,
  crashedUnderCard,
  handOverFound,
  jobFiles,
  jobsKnown,
  queuedCounter,
  steadyWorker,
} from './queued.ts';
import { long, sample } from './sample.ts';
import { cardPrinter, lineTo } from './stage.ts';

// Cards that may come later than anybody looks for them: after the clerk's answer, or out of another printer.

/** Staff have the kiosk print elsewhere while an application waits; then the clerk opens it again. */
async function chooseMeanwhile(counter: Counter, address: string): Promise<void> {
  const ticket = await putAside(counter);
  await counter.page.does('signIn', SUPERVISOR);
  await counter.page.does('choosePrinter', { address, pin: null });
  counter.keeper.services.printer.testCardConfirmed();
  await asClerk(counter);
  await counter.page.does('openApplication', { ticket });
}

describe('a print server that comes back after the clerk has answered', () => {
  it.each(sample([true, false], 0))(
    'does not go on with the card by itself (a card was found: %s)',
    async (found) => {
      const { printer, cups, counter } = await crashedUnderCard();
      await counter.page.does('tellCard', { found });
      await putAside(counter);
      // What the server sends anew stands still at the printer until the kiosk has the server take it back. On a busy
      // machine that can come first, and then the printer never hears of the job.
      printer.setMode('slow');
      const canceled = (): number => printer.said().split('Cancel-Job').length - 1;
      const before = canceled();
      await cups.restart();
      const takenBack = async (): Promise<boolean> => canceled() > before || (await jobsKnown(cups)) === '';
      await expect.poll(takenBack, { timeout: 60_000, interval: 50 }).toBe(true);
      printer.setMode('fail-before');
      await expect.poll(() => jobsKnown(cups), { timeout: 60_000 }).toBe('');
      expect(printer.cards()).toHaveLength(1);
    },
  );
});

describe('a job that counted no face before its worker was killed', () => {
  // The same of a card whose face was counted is in interrupted.print.ts.
  long('is ended and asked about once more: its card may have begun', async () => {
    const printer = await cardPrinter();
    const counter = await openCounterWith(printer.uri, { workerPath: steadyWorker });
    printer.setMode('slow');
    await printCard(counter);
    await printer.waitForHold();
    await untilSeenAtWork(counter);
    killWorker(counter, 'last');
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'interrupted' });
    await printAgain(counter);
    await expect.poll(() => printer.said(), { timeout: 60_000, interval: 50 }).toContain('Cancel-Job');
    printer.setMode('fail-before');
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    printer.setMode('ok');
    expect(printer.cards()).toEqual([]);
    await printAgain(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    expect(printer.cards()).toHaveLength(1);
  });
});

describe('an attempt at a printer that is there no more', () => {
  long(
    'does not keep a person from a card: the clerk is asked to look into it, and another printer prints',
    async () => {
      const [printer, other] = [await cardPrinter(), await cardPrinter()];
      const counter = await openCounterWith(printer.uri);
      printer.setMode('slow-half');
      await printCard(counter);
      await printer.waitForHold();
      await printer.kill();
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
      await counter.page.does('tellCard', { found: false });
      await chooseMeanwhile(counter, other.uri);
      await printOnceMore(counter);
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'left-behind' });
      expect(other.cards()).toEqual([]);
      await printAgain(counter);
      expect(await ending(counter)).toEqual({ kind: 'in-tray' });
      expect(other.cards()).toHaveLength(1);
      // Its side is proven as soon as it is there again, and until then the kiosk says that it is not.
      await printer.restart();
      await handOver(counter);
    },
  );

  long('nor does a queue that was deleted and made anew under another name', async () => {
    const { printer, cups, queue, counter } = await queuedCounter();
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    killWorker(counter, 'last');
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'interrupted' });
    await counter.page.does('tellCard', { found: false });
    await cups.deleteQueue(queue.name);
    printer.setMode('fail-mid-job');
    await printer.waitForCards(1);
    printer.setMode('ok');
    const anew = await cups.addQueue('cards-2', printer.uri, {
      driver: 'everywhere',
      errorPolicy: 'abort-job',
    });
    await chooseMeanwhile(counter, anew.uri);
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'vanished' });
    await printAgain(counter);
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
    // What cupsd itself notes of a job stays until it starts anew: proven is then only that the document is gone.
    expect(jobFiles(cups).filter((file) => file !== 'c00001')).toEqual([]);
    expect((await handOverFound(counter)).erased.spool).toBe('not-proven');
  });
});

describe('while a card is on its way to the printer', () => {
  it('nobody withdraws it, and Stop is heard at once', async () => {
    const printer = await cardPrinter();
    const { line, uri } = await lineTo(printer);
    const counter = await openCounterWith(uri, { workerPath: steadyWorker });
    printer.setMode('slow');
    line.onOperation(operations.sendDocument, { kind: 'blackhole' });
    await printCard(counter);
    await printer.waitForHold();
    const { state, printStage } = await counter.page.application();
    expect(state).toBe('printing');
    // Its printer may have been heard to begin by now.
    expect(['sent', 'front']).toContain(printStage);
    for (const outcome of ['withdrawn', 'denied'] as const) {
      expect(await counter.page.call('endWithoutCard', { outcome })).toMatchObject({ ok: false });
    }
    await counter.page.does('stopPrint', {});
    await expect.poll(() => printer.said(), { timeout: 60_000, interval: 50 }).toContain('Cancel-Job');
    printer.setMode('fail-before');
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    expect(printer.cards()).toEqual([]);
  });
});
