import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { CLERK, pageOf, SUPERVISOR, startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { long } from '../support/sample.ts';
import {
  asClerk,
  type Counter,
  ending,
  handOver,
  killWorker,
  openCounterWith,
  PROGRAMS,
  printAgain,
  printCard,
  printOnceMore,
  putAside,
  untilSeenAtWork,
} from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import { ipptoolFor } from './peers/ipptool.test-support.ts';
import { steadyWorker } from './queued.ts';
import { cardPrinter, peerFolder } from './stage.ts';

// The kiosk's own side ends in the middle of a card: the printer goes on with what it has, and nobody is told.

const inTray = { kind: 'in-tray' };
const interrupted = { kind: 'doubt', doubt: 'interrupted' };
const canceled = { kind: 'doubt', doubt: 'canceled' };

/** A card is on its way through a slow printer, and has its front. */
async function underWay(custody: CustodyKind, dataFolder = temporaryFolder()) {
  const printer = await cardPrinter();
  const counter = await openCounterWith(printer.uri, { workerPath: steadyWorker, custody, dataFolder });
  printer.setMode('slow-half');
  await printCard(counter);
  await printer.waitForHold();
  await untilSeenAtWork(counter);
  return { printer, counter, dataFolder };
}

/** Lets the printer go on once it was told to end its job. */
async function goOnWhenCanceled(printer: CardPrinter): Promise<void> {
  await expect.poll(() => printer.said(), { timeout: 60_000, interval: 50 }).toContain('Cancel-Job');
  printer.setMode('ok');
  await printer.waitForCards(1);
}

/** How often its log speaks of a new job. */
function jobsMade(printer: CardPrinter): number {
  return printer.said().split('Create-Job').length - 1;
}

/** The keeper starts again on the same files, and the clerk signs in. */
async function startAgain(dataFolder: string): Promise<Counter> {
  const keeper = await startKeeper({ ...PROGRAMS, workerPath: steadyWorker, dataFolder });
  const page = await pageOf(keeper);
  await page.does('signIn', CLERK);
  return { keeper, page };
}

describe('a worker that was killed while its card is under way', () => {
  it('leaves a card that may come after the clerk has looked: it is ended, and the clerk is asked again', async () => {
    const { printer, counter } = await underWay('memory');
    killWorker(counter, 'last');
    expect(await ending(counter)).toEqual(interrupted);
    await printAgain(counter);
    await goOnWhenCanceled(printer);
    expect(await ending(counter)).toEqual(canceled);
    await counter.page.does('tellCard', { found: true });
    await handOver(counter);
    expect(printer.cards()).toMatchObject([{ kind: 'card', job: 1 }]);
  });

  long(
    'leaves a card that came between the clerk’s look and the next print: the clerk is asked again',
    async () => {
      const { printer, counter } = await underWay('memory');
      killWorker(counter, 'last');
      expect(await ending(counter)).toEqual(interrupted);
      await counter.page.does('tellCard', { found: false });
      printer.setMode('ok');
      // Not only is the card there: its printer has done with the job, and there is nothing to cancel.
      const { state } = await ipptoolFor(peerFolder(), printer.uri).waitForJob(1);
      expect(state).toBe('completed');
      await printOnceMore(counter);
      expect(await ending(counter)).toEqual(interrupted);
      expect(printer.cards()).toHaveLength(1);
      // Twice looked, twice not found (it fell behind the printer, say): now another one is printed.
      await printAgain(counter);
      expect(await ending(counter)).toEqual(inTray);
      expect(printer.cards()).toHaveLength(2);
    },
  );

  long('is asked after at its own printer, also when another one was chosen since', async () => {
    // First, for starting it takes a while, and a card that is under way does not wait for ever.
    const other = await cardPrinter();
    const { printer, counter } = await underWay('memory');
    killWorker(counter, 'last');
    expect(await ending(counter)).toEqual(interrupted);
    await counter.page.does('tellCard', { found: false });
    const ticket = await putAside(counter);
    await counter.page.does('signIn', SUPERVISOR);
    await counter.page.does('choosePrinter', { address: other.uri, pin: null });
    await asClerk(counter);
    // By the kiosk itself: since the clerk has answered, nobody waits for that card any more.
    await goOnWhenCanceled(printer);
    await ipptoolFor(peerFolder(), printer.uri).waitForJob(1);
    await counter.page.does('openApplication', { ticket });
    await printOnceMore(counter);
    expect(await ending(counter)).toEqual(interrupted);
    await counter.page.does('tellCard', { found: true });
    expect(printer.cards()).toHaveLength(1);
    expect(other.cards()).toEqual([]);
  });
});

describe('a keeper that ends in the middle of a card', () => {
  it('asks about it when it is there again, and ends the old job before anything new is sent', async () => {
    const { printer, counter, dataFolder } = await underWay('sealed');
    const { ticket } = await counter.page.application();
    await counter.keeper.stop();
    const after = await startAgain(dataFolder);
    await after.page.does('openApplication', { ticket });
    expect(await ending(after)).toEqual(interrupted);
    await untilSeenAtWork(after);
    const made = jobsMade(printer);
    expect(made).toBeGreaterThan(0);
    await printAgain(after);
    await goOnWhenCanceled(printer);
    expect(await ending(after)).toEqual(canceled);
    expect(jobsMade(printer)).toBe(made);
    await printAgain(after);
    expect(await ending(after)).toEqual(inTray);
    // Two cards came out, each after the clerk had said that there is none.
    expect(printer.cards().map(({ job }) => job)).toEqual([1, 2]);
  });

  long(
    'and has forgotten whose it was ends the job all the same, and says that a card may lie there',
    async () => {
      const { printer, counter, dataFolder } = await underWay('memory');
      await counter.keeper.stop();
      const after = await startAgain(dataFolder);
      expect(await after.page.status()).toMatchObject({
        trayCheck: { cause: 'keeper-ended', applications: 1, cards: 1 },
      });
      await goOnWhenCanceled(printer);
      await expect.poll(() => after.keeper.services.jobRows.orphans(), { timeout: 120_000 }).toEqual([]);
      expect(printer.cards()).toHaveLength(1);
    },
  );
});
