import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  asClerk,
  ending,
  openCounter,
  openCounterWith,
  printCard,
  printOnceMore,
  untilSeen,
} from './counter.ts';
import { startChaosProxy } from './peers/chaos-proxy.ts';
import type { Cups } from './peers/cups.ts';
import { operations } from './peers/ipp-message.ts';
import {
  ASKED,
  handOverFound,
  jobsKnown,
  printAgain,
  question,
  queuedCounter,
  saidInTray,
  steadyWorker,
  vendorCounter,
} from './queued.ts';
import { long } from './sample.ts';
import { cardPrinter, printServer, queueFor, serverOf } from './stage.ts';

// The rows of the fault table of a CUPS queue in which something dies, gets lost, or lies: on a real cupsd.

/** Has a server's temporary folder below its spool, where docs/cups.md puts it; answers where that is. */
async function moveTempBelowSpool(cups: Cups): Promise<string> {
  const { filesConf, requestRoot } = cups.paths;
  const temp = join(requestRoot, 'tmp');
  mkdirSync(temp);
  // cupsd itself corrects owner and mode of this folder.
  chmodSync(temp, 0o1777);
  writeFileSync(filesConf, readFileSync(filesConf, 'utf8').replace(/^TempDir .*$/m, `TempDir ${temp}`));
  await cups.crash();
  await cups.restart();
  return temp;
}

describe('a queue whose printer is off', () => {
  long('says so, and a card that was stopped is not printed when the printer returns', async () => {
    const { printer, cups, counter } = await queuedCounter();
    await printer.kill();
    await printCard(counter);
    await untilSeen(counter, 'offline', (view) => view.printTroubles.includes('offline'));
    // The control: it would print, for the queue has it.
    expect(await jobsKnown(cups)).not.toBe('');
    await counter.page.does('stopPrint', {});
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    await expect.poll(() => jobsKnown(cups), { timeout: 60_000 }).toBe('');
    await printer.restart();
    expect(await printAgain(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });

  long('is not waited for without end: the kiosk stops the card and asks', async () => {
    const { printer, cups, counter } = await queuedCounter({ worker: 'impatient' });
    await printer.kill();
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'too-long' });
    await expect.poll(() => jobsKnown(cups), { timeout: 60_000 }).toBe('');
    await printer.restart();
    expect(await printAgain(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(1);
  });
});

describe('a card that the queue may have lost or sent twice', () => {
  it('is a question when the printer died in the middle of it, and each one after it on this queue', async () => {
    const { printer, cups, queue, counter } = await queuedCounter();
    printer.setMode('die');
    await printCard(counter);
    await printer.waitForEnd();
    printer.setMode('ok');
    await printer.restart();
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'history-missing' });
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half']);
    // CUPS never takes that word back: by it a good card cannot be told from one that was lost.
    expect(await printAgain(counter)).toEqual({ kind: 'doubt', doubt: 'history-missing' });
    expect(saidInTray(counter)).toBe(false);
    await handOverFound(counter);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
    // Until the queue is made anew.
    await cups.deleteQueue(queue.name);
    await queueFor(cups, printer.uri);
    await printCard(counter, 2);
    expect(await ending(counter)).toEqual(ASKED);
    expect(printer.cards()).toHaveLength(3);
  });

  long('is a question when the printer died after the whole card', async () => {
    const { printer, counter } = await queuedCounter();
    printer.setMode('die-after');
    await printCard(counter);
    await printer.waitForEnd();
    printer.setMode('ok');
    await printer.restart();
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'history-missing' });
    await handOverFound(counter);
    expect(printer.cards()).toHaveLength(1);
  });

  it('is a question when somebody let the queue try again since, and gets no other card then', async () => {
    const { printer, cups, queue, counter } = await queuedCounter({ settings: { JobRetryInterval: '1' } });
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    await cups.client('lpadmin', ['-p', queue.name, '-o', 'printer-error-policy=retry-job']);
    printer.setMode('die');
    await printer.waitForEnd();
    printer.setMode('ok');
    await printer.restart();
    expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
    expect(saidInTray(counter)).toBe(false);
    const refused = await printAgain(counter);
    expect(refused).toEqual({
      kind: 'no-card',
      why: { kind: 'spool', reasons: [{ kind: 'sends-again', policy: 'retry-job' }] },
    });
    await cups.client('lpadmin', ['-p', queue.name, '-o', 'printer-error-policy=abort-job']);
    await printOnceMore(counter);
    expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
    await handOverFound(counter);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
  });

  it('is ended before there are two when the print server died and sends it anew', async () => {
    // Else it writes down half a minute late what it has, and has forgotten the queue itself.
    const { printer, cups, counter } = await queuedCounter({ settings: { DirtyCleanInterval: '0' } });
    printer.setMode('slow-half');
    await printCard(counter);
    await printer.waitForHold();
    await untilSeen(counter, 'a face', ({ printStage }) => printStage === 'front');
    await cups.crash();
    await cups.restart();
    // The printer still has the first one in its hands, and takes no second.
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'canceled' });
    printer.setMode('ok');
    await printer.waitForCards(1);
    const receipt = await handOverFound(counter);
    expect(receipt.erased.spool).toBe('purged');
    expect(printer.cards()).toHaveLength(1);
  });

  // In short runs the printer’s own answer is lost (lost-replies.print.ts).
  long.each([
    ['a job was made', operations.createJob, { kind: 'cut-response' }],
    ['the card was taken', operations.sendDocument, { kind: 'cut-response' }],
    ['the card was taken, half of it', operations.sendDocument, { kind: 'half-response' }],
    ['the card was taken, swallowed', operations.sendDocument, { kind: 'blackhole' }],
  ] as const)('is made once though the answer is lost that %s', async (_what, operation, mode) => {
    const printer = await cardPrinter();
    const cups = await printServer();
    const queue = await queueFor(cups, printer.uri);
    const proxy = await startChaosProxy({ port: cups.port });
    onTestFinished(() => proxy.stop());
    // The kiosk takes a queue only from the server whose settings it reads: so this server says that it listens there.
    appendFileSync(cups.paths.cupsdConf, `Listen localhost:${proxy.port}\n`);
    const address = `ipp://localhost:${proxy.port}/printers/${queue.name}`;
    const counter = await openCounterWith(address, {
      printServer: serverOf(cups),
      workerPath: steadyWorker,
    });
    proxy.onOperation(operation, mode);
    await printCard(counter);
    const wasSent = operation === operations.sendDocument;
    expect(question(await ending(counter))).toBe(wasSent ? 'reply-lost' : 'cannot-know');
    expect(proxy.operations().filter((each) => each === operations.sendDocument)).toHaveLength(1);
    expect(printer.cards()).toHaveLength(1);
    expect((await handOverFound(counter)).erased.spool).toBe('purged');
    expect(printer.cards()).toHaveLength(1);
  });
});

describe('a driver that hands the bytes over', () => {
  it('is known for it before it is chosen', async () => {
    const cups = await printServer();
    const queue = await queueFor(cups, 'lie:/', { driver: 'ppd', errorPolicy: 'abort-job' });
    const counter = await openCounter({ printServer: serverOf(cups), workerPath: steadyWorker });
    const found = await counter.page.does('inspectPrinter', { address: queue.uri });
    expect(found).toMatchObject({ isQueue: true, tells: 'transfers', missing: [] });
    await counter.page.does('choosePrinter', { address: found.address, pin: null });
    await asClerk(counter);
    expect((await counter.page.status()).printer.tells).toBe('transfers');
  });

  it('leaves a question after each card; the one in the tray is handed over', async () => {
    const { cups, counter } = await vendorCounter('handover:/');
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'cannot-know' });
    expect(saidInTray(counter)).toBe(false);
    const receipt = await handOverFound(counter);
    expect(receipt.erased.spool).toBe('purged');
    expect(cups.tray.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
  });

  long('and lies leaves the same question, and what it keeps lies in memory', async () => {
    const cups = await printServer();
    const temp = await moveTempBelowSpool(cups);
    const queue = await queueFor(cups, 'lie:/', { driver: 'ppd', errorPolicy: 'abort-job' });
    const counter = await openCounterWith(queue.uri, {
      printServer: serverOf(cups),
      workerPath: steadyWorker,
    });
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'cannot-know' });
    expect(cups.tray.cards()).toEqual([]);
    await counter.page.does('tellCard', { found: false });
    expect(await counter.page.application()).toMatchObject({ state: 'printing', printEnding: null });
    const kept = join(temp, 'driver-1.cache');
    expect(readFileSync(kept).subarray(0, 4).toString()).toBe('%PDF');
    expect(statfsSync(kept).type).toBe(0x01021994);
    await counter.page.does('endWithoutCard', { outcome: 'withdrawn' });
    const { services } = counter.keeper;
    await expect.poll(() => services.endings.shown().kind, { timeout: 60_000 }).toBe('ended');
    // The kiosk cannot know what this file is, and does not touch it (docs/cups.md).
    expect(readdirSync(temp)).toEqual(['driver-1.cache']);
    // cupsd does when it starts, for a folder below its spool.
    await cups.crash();
    await cups.restart();
    expect(readdirSync(temp)).toEqual([]);
    expect(cups.tray.cards()).toEqual([]);
  });
});
