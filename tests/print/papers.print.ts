import { describe, expect, it } from 'vitest';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { workerRecord } from '../../electron/keeper/start/build-printing.ts';
import { diskFolder } from '../../electron/print/spool/spool.test-support.ts';
import type { DaySheet } from '../../shared/contract/counter-day/day-acts.ts';
import type { Paper, ReceiptPaper } from '../../shared/contract/paper.ts';
import type { PrintProgress } from '../../shared/contract/printing/printer-status.ts';
import { SAMPLE_RECEIPT } from '../../shared/paper/sample-papers.test-support.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { asClerk, type Counter, openCounter } from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import { decodeByCups, renderByPoppler } from './pictures.ts';
import { steadyWorker } from './queued.ts';
import { long, sample } from './sample.ts';
import { cardPrinter, printServer, queueFor, serverOf } from './stage.ts';

// Receipts and day sheets on a real printer of paper, directly and through a queue of a real print server.

const PATIENCE = { timeout: 120_000, interval: 50 } as const;

/** A counter whose supervisor, still signed in, has chosen this printer for papers. */
async function counterWithPaper(address: string, options: Parameters<typeof openCounter>[0] = {}) {
  const counter = await openCounter({ workerPath: steadyWorker, ...options });
  const { page } = counter;
  const found = await page.does('inspectOrdinaryPrinter', { address });
  if (found.missing.length > 0) throw new Error(`not usable: ${JSON.stringify(found.missing)}`);
  await page.does('chooseOrdinaryPrinter', { address: found.address, pin: found.certificate });
  return { counter, found };
}

const progressOf = ({ keeper }: Counter): PrintProgress | null => keeper.services.papers.progress();

async function printed(counter: Counter, paper: ReceiptPaper | DaySheet) {
  const { number } =
    'kind' in paper
      ? await counter.page.does('printReceipt', { paper })
      : await counter.page.does('printDaySheet', { sequence: paper.sequence });
  await expect.poll(() => progressOf(counter)?.ending ?? null, PATIENCE).not.toBeNull();
  return { number, ending: progressOf(counter)?.ending };
}

/** As the supervisor who set the printer up makes it. */
async function daySheetOf({ page }: Counter): Promise<DaySheet> {
  const { sheet } = await page.does('takeCheckpoint', { way: 'day-sheet' });
  if (sheet === null) throw new Error('no day sheet was made');
  return sheet;
}

/** Waits until the worker has cleared up at the printer and is gone. */
async function untilClearedUp({ keeper }: Counter): Promise<void> {
  const [dataFolder = ''] = keeper.services.facts.searchRoots;
  await expect
    .poll(() => readRecordedSessions(workerRecord(dataFolder))?.sessions ?? [], PATIENCE)
    .toEqual([]);
}

function arrivedAt(printer: CardPrinter): Buffer {
  const document = printer.lastDocument();
  if (document === null) throw new Error('nothing arrived');
  return document;
}

/** Every word of a paper, as its reader finds them. */
function wordsOf(paper: Paper): readonly string[] {
  const words: string[] = [];
  JSON.stringify(paper, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'kind' && key !== 'direction')
      words.push(...value.split(/\s+/u));
    return value;
  });
  return words;
}

describe('on an ordinary printer', () => {
  it('a receipt and a day sheet arrive as one page each, in words and in true size', async () => {
    const printer = await cardPrinter({ attributes: 'no-card-size', keepDocument: true });
    const { counter, found } = await counterWithPaper(printer.uri);
    expect(found).toMatchObject({ role: 'ordinary', sides: 'one-sided', format: { kind: 'pdf' } });
    expect([found.media?.widthHundredths, found.media?.heightHundredths]).toEqual([21_000, 29_700]);
    // A day sheet goes the same way; on a queue, below, both are printed.
    for (const [index, paper] of sample([SAMPLE_RECEIPT, await daySheetOf(counter)], 0).entries()) {
      expect((await printed(counter, paper)).ending).toEqual({ kind: 'in-tray' });
      expect(printer.cards()).toHaveLength(index + 1);
      expect(printer.cards().at(-1)).toMatchObject({ faces: 1, pages: 1 });
      const pdf = arrivedAt(printer);
      const words = wordsIn(pdf);
      // The code of a receipt is scanned, and is no text.
      const said = 'kind' in paper ? { ...paper, code: null } : paper.paper;
      for (const word of wordsOf(said)) expect(words).toContain(word);
      const pages = await renderByPoppler(pdf, 254);
      expect(pages).toHaveLength(1);
      // Ten dots to the millimetre; a part of one is a whole one.
      expect(Math.abs((pages[0]?.width ?? 0) - 2100)).toBeLessThanOrEqual(1);
      expect(Math.abs((pages[0]?.height ?? 0) - 2970)).toBeLessThanOrEqual(1);
      await untilClearedUp(counter);
    }
  });

  // `electron/lib/drawing/draw-paper.test.ts` has the dots and the sizes.
  long('that takes dots alone gets Letter in its true size', async () => {
    const printer = await cardPrinter({ attributes: 'letter-pwg-only', keepDocument: true });
    const { counter, found } = await counterWithPaper(printer.uri);
    expect(found.format).toMatchObject({ kind: 'pwg-raster', dotsPerInch: 300 });
    expect((await printed(counter, SAMPLE_RECEIPT)).ending).toEqual({ kind: 'in-tray' });
    const pages = await decodeByCups(arrivedAt(printer));
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[2550, 3300]]);
  });

  // The end-to-end test of a receipt has a printer that is out of paper.
  long(
    'that is out of paper says so and prints when it has some; meanwhile no second page is sent, and a clerk serves on',
    async () => {
      const printer = await cardPrinter({ attributes: 'no-card-size' });
      const { counter } = await counterWithPaper(printer.uri);
      await asClerk(counter);
      printer.setMode('media-empty');
      await counter.page.does('printReceipt', { paper: SAMPLE_RECEIPT });
      await expect.poll(() => progressOf(counter)?.troubles, PATIENCE).toContain('media-empty');
      expect(await counter.page.call('printReceipt', { paper: SAMPLE_RECEIPT })).toMatchObject({
        error: { kind: 'printer-in-use' },
      });
      await counter.page.does('startApplication', {});
      await counter.page.does('endWithoutCard', { outcome: 'withdrawn' });
      await expect.poll(() => counter.keeper.services.endings.shown().kind, PATIENCE).toBe('ended');
      printer.setMode('ok');
      await expect.poll(() => progressOf(counter)?.ending, PATIENCE).toEqual({ kind: 'in-tray' });
      expect(printer.cards()).toHaveLength(1);
    },
  );

  it('that is switched off is told of in words, and intake stays open', async () => {
    const printer = await cardPrinter({ attributes: 'no-card-size' });
    const { counter } = await counterWithPaper(printer.uri);
    await asClerk(counter);
    await printer.kill();
    expect((await printed(counter, SAMPLE_RECEIPT)).ending).toEqual({
      kind: 'no-card',
      why: { kind: 'unreachable' },
    });
    await counter.page.does('startApplication', {});
  });

  it('a card printer is none: it has no paper', async () => {
    const printer = await cardPrinter();
    const { page } = await openCounter();
    const found = await page.does('inspectOrdinaryPrinter', { address: printer.uri });
    expect(found.missing).toEqual([{ kind: 'no-paper-size' }]);
    expect(await page.call('chooseOrdinaryPrinter', { address: printer.uri, pin: null })).toMatchObject({
      error: { kind: 'printer-refused', why: { kind: 'no-paper-size' } },
    });
  });
});

describe('on a queue of this machine', () => {
  it('a receipt and a day sheet are printed, purged, and nothing of them is left in the spool', async () => {
    const printer = await cardPrinter({ attributes: 'no-card-size' });
    const cups = await printServer();
    const queue = await queueFor(cups, printer.uri);
    const { counter } = await counterWithPaper(queue.uri, { printServer: serverOf(cups) });
    for (const [index, paper] of [SAMPLE_RECEIPT, await daySheetOf(counter)].entries()) {
      printer.setMode('slow');
      const printing = printed(counter, paper);
      await printer.waitForHold();
      // The positive control: while it is under way the spool does hold it.
      expect(cups.spoolFiles().length).toBeGreaterThan(0);
      printer.setMode('ok');
      expect((await printing).ending).toEqual({ kind: 'doubt', doubt: 'cannot-know' });
      expect(printer.cards()).toHaveLength(index + 1);
      expect(printer.cards().at(-1)).toMatchObject({ faces: 1, pages: 1 });
      await untilClearedUp(counter);
      expect(cups.spoolFiles()).toEqual([]);
    }
  });

  // The same look as at a queue of cards: queue-set-up.print.ts.
  long('whose spool lies on a disk is not chosen', async () => {
    const printer = await cardPrinter({ attributes: 'no-card-size' });
    const cups = await printServer({ folder: diskFolder(), onDisk: ['requestRoot'] });
    const queue = await queueFor(cups, printer.uri);
    const { page } = await openCounter({ printServer: serverOf(cups) });
    const found = await page.does('inspectOrdinaryPrinter', { address: queue.uri });
    expect(found.missing.map(({ kind }) => kind)).toContain('spool');
    expect(await page.call('chooseOrdinaryPrinter', { address: queue.uri, pin: null })).toMatchObject({
      error: { kind: 'printer-refused', why: { kind: 'spool' } },
    });
  });
});
