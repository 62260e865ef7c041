import { expect, it } from 'vitest';
import type { PrinterCondition } from '../../shared/contract/printer.ts';
import { type Counter, killWorker, openCounter } from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import { cardPrinter } from './stage.ts';

// Somebody looks at the printer all day: a clerk sees what is wrong with it before the next card.

const ready = { kind: 'ready' } as const;

/** A counter that looks at a printer, with its supervisor signed in. */
async function desk(): Promise<{ printer: CardPrinter; counter: Counter }> {
  const printer = await cardPrinter();
  const counter = await openCounter();
  await counter.page.does('choosePrinter', { address: printer.uri, pin: null });
  return { printer, counter };
}

/** How many milliseconds it takes until the page is told this. */
async function toldAfter({ page }: Counter, condition: PrinterCondition): Promise<number> {
  const since = performance.now();
  await expect
    .poll(async () => (await page.status()).printer.condition, { timeout: 15_000, interval: 50 })
    .toEqual(condition);
  return performance.now() - since;
}

it('every change is told within seconds, by itself', async ({ annotate }) => {
  const { printer, counter } = await desk();
  const figures: string[] = [];
  const expectSoon = async (what: string, condition: PrinterCondition): Promise<void> => {
    const milliseconds = await toldAfter(counter, condition);
    figures.push(`${what} ${Math.round(milliseconds)} ms`);
    // Two seconds are promised; a machine that runs other suites as well is given twice that.
    expect(milliseconds).toBeLessThan(4_000);
  };
  await expectSoon('first look', ready);
  printer.setMode('cover-open');
  await counter.page.does('printTestCard', {});
  await printer.waitForHold();
  await expectSoon('cover open', { kind: 'trouble', troubles: ['cover-open'] });
  printer.setMode('media-empty');
  await expectSoon('no cards', { kind: 'trouble', troubles: ['media-empty'] });
  printer.setMode('slow');
  await expectSoon('printing', { kind: 'working' });
  printer.setMode('ok');
  await printer.waitForCards(1);
  await expectSoon('done', ready);
  await printer.kill();
  await expectSoon('off', { kind: 'refused', why: { kind: 'unreachable' } });
  await printer.restart();
  await expectSoon('on again', ready);
  await annotate(figures.join(', '));
  expect(printer.cards()).toHaveLength(1);
});

it('a watch that dies is taken up again, and a printer that is not chosen any more is left alone', async () => {
  const { counter } = await desk();
  await toldAfter(counter, ready);
  killWorker(counter, 'first');
  await toldAfter(counter, { kind: 'unknown' });
  await toldAfter(counter, ready);
  await counter.page.does('chooseBuiltInPrinter', {});
  expect((await counter.page.status()).printer.condition).toEqual({ kind: 'unknown' });
});
