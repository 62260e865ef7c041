import { expect, it } from 'vitest';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { WorkerOrder } from '../../../shared/contract/worker.ts';
import { SAMPLE_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { createPapers } from './papers.ts';
import type { WorkerEvents, Workers } from './worker-processes.ts';

/** Papers whose workers are in the test's hand. */
function papersInHand() {
  const orders: WorkerOrder[] = [];
  const events: WorkerEvents[] = [];
  let changes = 0;
  const workers: Workers = {
    prepare: () => undefined,
    start(order, to) {
      orders.push(order);
      events.push(to);
      return { tell: () => undefined, end: () => Promise.resolve(true) };
    },
    record: () => undefined,
    endAll: () => Promise.resolve(),
  };
  const papers = createPapers(workers, () => {
    changes += 1;
  });
  return { papers, orders, events, changes: () => changes };
}

it('each paper is one order to a worker of its own, under a random name, with no applicant in it', () => {
  const { papers, orders, events } = papersInHand();
  expect(papers.progress()).toBeNull();
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT)).toBe(1);
  events[0]?.ended();
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT)).toBe(2);
  const names = orders.map((order) => (order.kind === 'paper' ? order.job : null));
  expect(new Set(names).size).toBe(2);
  for (const order of orders) {
    const { job: _, ...rest } = order.kind === 'paper' ? order : { job: null };
    expect(rest).toEqual({ kind: 'paper', printer: ORDINARY_PRINTER, paper: SAMPLE_RECEIPT });
  }
});

it('one at a time: a printer that waits for paper is given no second page', () => {
  const { papers, orders, events } = papersInHand();
  papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT);
  events[0]?.report({ kind: 'troubles', troubles: ['media-empty'] });
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT)).toBeNull();
  // Its worker is still clearing up at the printer.
  events[0]?.report({ kind: 'in-tray', tray: null });
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT)).toBeNull();
  events[0]?.ended();
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT)).toBe(2);
  expect(orders).toHaveLength(2);
});

it('how far it has come is told as it comes, and a worker that dies leaves a doubt', () => {
  const { papers, events, changes } = papersInHand();
  papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT);
  expect(papers.progress()).toEqual({ number: 1, stage: 'waiting', troubles: [], ending: null });
  const before = changes();
  events[0]?.report({ kind: 'stage', stage: 'sent' });
  events[0]?.report({ kind: 'troubles', troubles: ['media-jam'] });
  expect(papers.progress()).toMatchObject({ stage: 'sent', troubles: ['media-jam'], ending: null });
  expect(changes()).toBe(before + 2);
  papers.forget();
  expect(papers.progress(), 'under way: not forgotten').not.toBeNull();
  events[0]?.ended();
  expect(papers.progress()?.ending).toEqual({ kind: 'doubt', doubt: 'interrupted' });
  papers.forget();
  expect(papers.progress()).toBeNull();
});
