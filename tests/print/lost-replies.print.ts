import { describe, expect, it } from 'vitest';
import { long, sample } from '../support/sample.ts';
import {
  type Counter,
  ending,
  handOver,
  openCounterWith,
  printAgain,
  printCard,
  printOnceMore,
} from './counter.ts';
import type { CardPrinter } from './peers/card-printer.ts';
import type { ChaosProxy } from './peers/chaos-proxy.ts';
import { operations } from './peers/ipp-message.ts';
import { steadyWorker } from './queued.ts';
import { cardPrinter, lineTo } from './stage.ts';

// A line that breaks at the worst moment, between the kiosk and a real ippeveprinter: nothing is ever sent twice.

const inTray = { kind: 'in-tray' };

/** A counter at the other end of the line; with the product's own patience, unless a test waits for its end. */
async function services(
  worker?: 'impatient',
): Promise<{ printer: CardPrinter; line: ChaosProxy; counter: Counter }> {
  const printer = await cardPrinter();
  const { line, uri } = await lineTo(printer);
  const options = worker === 'impatient' ? {} : { workerPath: steadyWorker };
  return { printer, line, counter: await openCounterWith(uri, options) };
}

function timesOf(line: ChaosProxy, operation: number): number {
  return line.operations().filter((each) => each === operation).length;
}

describe('when the answer to the document is lost', () => {
  it.each(sample(['cut-response', 'half-response', 'blackhole'] as const, 0, 3))(
    'by %s, the clerk is asked, whatever the printer says of the job, and finds the one card',
    async (kind) => {
      const { printer, line, counter } = await services();
      line.onOperation(operations.sendDocument, { kind });
      await printCard(counter);
      // Nobody but the printer's own answer says that all of the document arrived.
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
      await counter.page.does('tellCard', { found: true });
      await handOver(counter);
      expect(timesOf(line, operations.sendDocument)).toBe(1);
      expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2 }]);
    },
  );

  long(
    'because half of the document never arrived, the clerk is asked, and says when it is sent again',
    async () => {
      const { printer, line, counter } = await services('impatient');
      line.onOperation(operations.sendDocument, { kind: 'cut-request', afterBytes: 20_000 });
      await printCard(counter);
      expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
      expect(timesOf(line, operations.sendDocument)).toBe(1);
      // `ippeveprinter` prints what it has of it.
      const half = printer.cards().length;
      await printAgain(counter);
      expect(await ending(counter)).toEqual(inTray);
      expect(timesOf(line, operations.sendDocument)).toBe(2);
      expect(printer.cards().slice(half)).toMatchObject([{ kind: 'card', faces: 2 }]);
    },
  );
});

describe('when the answer to the empty job is lost', () => {
  it.each(sample(['cut-response', 'half-response', 'blackhole'] as const, 1))(
    'by %s, the job is found by its name, and no second one is made',
    async (kind) => {
      const { printer, line, counter } = await services(kind === 'blackhole' ? 'impatient' : undefined);
      line.onOperation(operations.createJob, { kind });
      await printCard(counter);
      expect(await ending(counter)).toEqual(inTray);
      expect(timesOf(line, operations.createJob)).toBe(1);
      expect(timesOf(line, operations.sendDocument)).toBe(1);
      expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2 }]);
    },
  );

  it('because it never arrived, it is asked for again: nothing is printed of an empty job', async () => {
    const { printer, line, counter } = await services();
    line.onOperation(operations.createJob, { kind: 'cut-request', afterBytes: 20 });
    await printCard(counter);
    expect(await ending(counter)).toEqual(inTray);
    expect(timesOf(line, operations.createJob)).toBe(2);
    expect(timesOf(line, operations.sendDocument)).toBe(1);
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2 }]);
  });
});

long('a line that stays broken while the card is made leaves a question, and the card is found', async () => {
  const { printer, line, counter } = await services('impatient');
  printer.setMode('slow-half');
  await printCard(counter);
  await printer.waitForHold();
  await line.refuse();
  printer.setMode('ok');
  await printer.waitForCards(1);
  expect(await ending(counter)).toEqual({ kind: 'doubt', doubt: 'reply-lost' });
  // Also a clerk who does not find it gets no second card while nobody can ask about the first.
  await printAgain(counter);
  expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'unreachable' } });
  await line.accept();
  await printOnceMore(counter);
  expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
  await counter.page.does('tellCard', { found: true });
  await handOver(counter);
  expect(timesOf(line, operations.sendDocument)).toBe(1);
  expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2 }]);
});
