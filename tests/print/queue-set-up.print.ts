import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../electron/keeper/ledger/entries.test-support.ts';
import {
  askToPrint,
  fillIn,
  printAfterReadBack,
  SUPERVISOR,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { diskFolder } from '../../electron/print/spool/spool.test-support.ts';
import type { PrinterRefusal } from '../../shared/contract/printing/printer.ts';
import type { SpoolRefusal } from '../../shared/printing/spool-refusal.ts';
import {
  asClerk,
  ending,
  openCounter,
  openCounterWith,
  printCard,
  printOnceMore,
  putAside,
} from './counter.ts';
import type { Cups, CupsOptions, QueueOptions } from './peers/cups.ts';
import { ASKED, queuedCounter, steadyWorker } from './queued.ts';
import { sample } from './sample.ts';
import { cardPrinter, printServer, queueFor, serverOf } from './stage.ts';

// Which queues a supervisor cannot choose, on a real cupsd: each reason one test.

const notNow = { ok: false, error: { kind: 'not-now' } };
const PPD: QueueOptions = { driver: 'ppd', errorPolicy: 'abort-job' };

/** What is missing at an address, and that it cannot be chosen all the same. */
async function missingAt(address: string, cups: Cups): Promise<readonly PrinterRefusal[]> {
  const { page } = await openCounter({ printServer: serverOf(cups), workerPath: steadyWorker });
  const { missing, certificate } = await page.does('inspectPrinter', { address });
  const chosen = await page.call('choosePrinter', { address, pin: certificate });
  const [why] = missing;
  if (why === undefined) expect(chosen.ok).toBe(true);
  else expect(chosen).toEqual({ ok: false, error: { kind: 'printer-refused', why } });
  expect((await page.status()).printer.driver).toBe(why === undefined ? 'ipp' : 'virtual');
  return missing;
}

const refusedFor = (...reasons: readonly SpoolRefusal[]): readonly unknown[] => [{ kind: 'spool', reasons }];

/** A print server whose settings lack a line, as they do where nobody wrote it. */
async function serverWithout(line: string): Promise<Cups> {
  const cups = await printServer();
  const text = readFileSync(cups.paths.cupsdConf, 'utf8');
  const without = text.replace(new RegExp(`^${line}\\b.*\n`, 'm'), '');
  expect(without).not.toBe(text);
  writeFileSync(cups.paths.cupsdConf, without);
  await cups.crash();
  await cups.restart();
  return cups;
}

describe('a print server', () => {
  it('that is set as docs/cups.md says can be used', async () => {
    const cups = await printServer();
    const queue = await queueFor(cups, 'lie:/', PPD);
    expect(await missingAt(queue.uri, cups)).toEqual([]);
  });

  it.each(
    sample(
      [
        ['spool', 'requestRoot'],
        ['temp', 'tempDir'],
        ['cache', 'cacheDir'],
      ] as const,
      0,
      3,
    ),
  )('with its %s on a disk is refused', async (place, folder) => {
    const cups = await printServer({ folder: diskFolder(), onDisk: [folder] });
    const queue = await queueFor(cups, 'lie:/', PPD);
    const [refusal, ...more] = await missingAt(queue.uri, cups);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({
      kind: 'spool',
      reasons: [{ kind: 'not-in-memory', place, path: cups.paths[folder] }],
    });
    expect(JSON.stringify(refusal)).not.toContain('"unknown"');
  });

  it.each(
    sample<[string, CupsOptions['settings'], SpoolRefusal]>(
      [
        ['keeps documents', { PreserveJobFiles: 'Yes' }, { kind: 'keeps-files' }],
        ['forgets how jobs ended', { PreserveJobHistory: 'No' }, { kind: 'forgets-results' }],
        ['logs too much', { LogLevel: 'debug' }, { kind: 'logs-too-much', setting: 'LogLevel' }],
        ['logs pages', { PageLogFormat: '%p %u %j' }, { kind: 'page-log' }],
      ],
      0,
      4,
    ),
  )('that %s is refused', async (_what, settings, reason) => {
    const cups = await printServer({ settings: settings ?? {} });
    const queue = await queueFor(cups, 'lie:/', PPD);
    expect(await missingAt(queue.uri, cups)).toEqual(refusedFor(reason));
  });

  it.each(
    sample<[string, SpoolRefusal]>(
      [
        ['PreserveJobFiles', { kind: 'keeps-files' }],
        ['LogDebugHistory', { kind: 'logs-too-much', setting: 'LogDebugHistory' }],
        ['PageLogFormat', { kind: 'page-log' }],
      ],
      1,
    ),
  )('without a line %s is refused', async (line, reason) => {
    const cups = await serverWithout(line);
    const queue = await queueFor(cups, 'lie:/', PPD);
    expect(await missingAt(queue.uri, cups)).toEqual(refusedFor(reason));
  });

  it('that is not the one whose settings were read is refused', async () => {
    const cups = await printServer();
    const another = await printServer();
    const queue = await queueFor(another, 'lie:/', PPD);
    expect(await missingAt(queue.uri, cups)).toEqual(refusedFor({ kind: 'another-server' }));
  });
});

describe('a queue', () => {
  it.each(
    sample<[string, string, SpoolRefusal]>(
      [
        ['of cups-pdf', 'cups-pdf:/', { kind: 'writes-files', backend: 'cups-pdf' }],
        ['to a file', 'file:///dev/null', { kind: 'writes-files', backend: 'file' }],
      ],
      0,
    ),
  )('%s is refused', async (_what, deviceUri, reason) => {
    const cups = await printServer();
    const queue = await queueFor(cups, deviceUri, PPD);
    expect(await missingAt(queue.uri, cups)).toEqual(refusedFor(reason));
  });

  it('in front of another queue is refused', async () => {
    const cups = await printServer();
    const behind = await queueFor(cups, 'lie:/', PPD);
    const front = await cups.addQueue('front', behind.uri, PPD);
    expect(await missingAt(front.uri, cups)).toEqual(refusedFor({ kind: 'another-queue-behind' }));
  });

  it.each(sample(['printers', 'classes'], 1))(
    'that is a class is refused, asked for below /%s',
    async (folder) => {
      const cups = await printServer();
      await queueFor(cups, 'lie:/', PPD);
      await cups.client('lpadmin', ['-p', 'card', '-c', 'cards']);
      const [spool, ...more] = await missingAt(`ipp://localhost:${cups.port}/${folder}/cards`, cups);
      // CUPS gives it a device of no use (file:///dev/null), and says nothing of what its printers can.
      expect([spool]).toEqual(refusedFor({ kind: 'a-class' }, { kind: 'writes-files', backend: 'file' }));
      expect(more).toEqual([{ kind: 'no-card-size' }, { kind: 'no-duplex' }]);
    },
  );

  it.each(sample(['retry-job', 'retry-current-job', 'stop-printer'] as const, 0, 3))(
    'that prints a failed job again (%s) is refused',
    async (policy) => {
      const cups = await printServer();
      const queue = await queueFor(cups, 'lie:/', { ...PPD, errorPolicy: policy });
      expect(await missingAt(queue.uri, cups)).toEqual(refusedFor({ kind: 'sends-again', policy }));
    },
  );

  it('is listed with an address by which it is found', async () => {
    const cups = await printServer();
    const { page } = await openCounter({ printServer: serverOf(cups), workerPath: steadyWorker });
    expect(await page.does('listQueues', {})).toEqual({ queues: [] });
    await queueFor(cups, 'lie:/', PPD);
    await cups.addQueue('Card_printer-2', 'handover:/', PPD);
    const { queues } = await page.does('listQueues', {});
    expect(queues.map(({ name }) => name).toSorted()).toEqual(['Card_printer-2', 'card']);
    for (const { address } of queues) {
      expect(await page.does('inspectPrinter', { address })).toMatchObject({
        address,
        isQueue: true,
        missing: [],
      });
    }
  });
});

it('a queue whose server keeps its files on a disk by now gets no card, and gets one when it does no more', async () => {
  const { printer, cups, counter } = await queuedCounter();
  const { filesConf, requestRoot } = cups.paths;
  const settings = readFileSync(filesConf, 'utf8');
  writeFileSync(filesConf, settings.replace(`RequestRoot ${requestRoot}`, `RequestRoot ${diskFolder()}`));
  const refused = { kind: 'spool', reasons: [{ kind: 'not-in-memory', place: 'spool' }] };
  await printCard(counter);
  expect(await ending(counter)).toMatchObject({ kind: 'no-card', why: refused });
  expect(cups.spoolFiles()).toEqual([]);
  const condition = async (): Promise<unknown> => (await counter.page.status()).printer.condition;
  await expect.poll(condition, { timeout: 120_000 }).toMatchObject({ kind: 'refused', why: refused });
  writeFileSync(filesConf, settings);
  await expect.poll(condition, { timeout: 120_000 }).toEqual({ kind: 'ready' });
  await printOnceMore(counter);
  expect(await ending(counter)).toEqual(ASKED);
  expect(printer.cards()).toHaveLength(1);
});

it('a queue whose test card nobody has held issues nothing, also once it is chosen again', async () => {
  const printer = await cardPrinter();
  const cups = await printServer();
  const queue = await queueFor(cups, printer.uri);
  const counter = await openCounter({ printServer: serverOf(cups), workerPath: steadyWorker });
  const { page, keeper } = counter;
  const unconfirmed = {
    ok: false,
    error: { kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } },
  };
  const status = async () => (await page.status()).printer;
  const choose = () => page.does('choosePrinter', { address: queue.uri, pin: null });
  await choose();
  expect(await status()).toMatchObject({ awaitsTestCard: true });
  // Nobody holds a card that was never printed.
  expect(await page.call('confirmTestCard', {})).toEqual(notNow);
  await asClerk(counter);
  await fillIn(page);
  expect(await askToPrint(page)).toEqual(unconfirmed);
  expect((await page.application()).state).toBe('photographed');
  const ticket = await putAside(counter);

  await counter.page.does('signIn', SUPERVISOR);
  await counter.page.does('printTestCard', {});
  await expect
    .poll(async () => (await counter.page.status()).printer.testCard?.ending, { timeout: 120_000 })
    .toEqual(ASKED);
  expect(await counter.page.call('confirmTestCard', {})).toEqual({ ok: true, value: {} });
  expect((await counter.page.status()).printer.awaitsTestCard).toBe(false);
  expect(entriesOf(keeper).map(({ kind }) => kind)).toContain('test-card-confirmed');
  await asClerk(counter);
  await counter.page.does('openApplication', { ticket });
  await printAfterReadBack(counter.page);
  expect(await ending(counter)).toEqual(ASKED);
  expect(printer.cards()).toHaveLength(2);
  await putAside(counter);

  await counter.page.does('signIn', SUPERVISOR);
  await counter.page.does('choosePrinter', { address: queue.uri, pin: null });
  expect((await counter.page.status()).printer.awaitsTestCard).toBe(true);
});

it('a printer of its own needs no confirmation: its answers tell', async () => {
  const printer = await cardPrinter();
  const { page } = await openCounterWith(printer.uri, { workerPath: steadyWorker });
  expect((await page.status()).printer.awaitsTestCard).toBe(false);
});
