import { expect, it } from 'vitest';
import { jobId, recordSearchId } from '../../../shared/contract/ids.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { WorkerOrder } from '../../../shared/contract/worker.ts';
import { SAMPLE_PICK_UP_SLIP, SAMPLE_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { searchOnPaper } from '../../../shared/record-search/search-paper.ts';
import { sampleStatement } from '../../../shared/record-search/statement.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import type { WorkerEvents, Workers } from '../printing/worker-processes.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createPapers, type SlipJobs } from './papers.ts';

/** Papers whose workers are in the test's hand. */
function papersInHand() {
  const orders: WorkerOrder[] = [];
  const events: WorkerEvents[] = [];
  let changes = 0;
  const workers: Workers = {
    prepare: () => undefined,
    start(order, to) {
      if (machine.isOutOfProcesses) throw new Error('a worker without pipes');
      orders.push(order);
      events.push(to);
      return { tell: () => undefined, end: () => Promise.resolve(true) };
    },
    record: () => undefined,
    endAll: () => Promise.resolve(),
  };
  const jobRows = createJobRows(newVault().database);
  const disk = { isFull: false };
  const machine = { isOutOfProcesses: false };
  const slipJobs: SlipJobs = {
    ...jobRows,
    beginSlip(job) {
      if (disk.isFull) throw new Error('the disk is full');
      jobRows.beginSlip(job);
    },
  };
  let left = 0;
  const papers = createPapers(workers, slipJobs, () => {
    changes += 1;
  });
  papers.onLeft(() => {
    left += 1;
  });
  return { papers, orders, events, jobRows, disk, machine, changes: () => changes, left: () => left };
}

it('a slip’s job is written down before anything is sent, and what the printer says of it; of other papers nothing is', () => {
  const { papers, orders, events, jobRows, left } = papersInHand();
  papers.print(ORDINARY_PRINTER, SAMPLE_RECEIPT);
  events[0]?.report({ kind: 'job', name: jobId.parse('e'.repeat(32)), number: 3 });
  events[0]?.ended();
  expect([jobRows.orphans(), left()]).toEqual([[], 1]);
  papers.print(ORDINARY_PRINTER, SAMPLE_PICK_UP_SLIP);
  const [row] = jobRows.orphans();
  const order = orders[1];
  if (row === undefined || order?.kind !== 'paper') throw new Error('no slip was ordered');
  expect(row).toMatchObject({ name: order.job, printer: ORDINARY_PRINTER, number: null, purged: null });
  expect(row.owner).not.toBe(row.name);
  expect(papers.underWay()).toBe(order.job);
  events[1]?.report({ kind: 'job', name: order.job, number: 4 });
  events[1]?.report({ kind: 'purged', name: order.job, outcome: null });
  expect(jobRows.orphans()).toMatchObject([{ number: 4, purged: null }]);
  events[1]?.report({ kind: 'purged', name: order.job, outcome: 'not-proven' });
  expect(jobRows.orphans()).toMatchObject([{ number: 4, purged: 'not-proven' }]);
  // Its row goes with the next round of what nobody looks after.
  events[1]?.ended();
  expect([papers.underWay(), left()]).toEqual([null, 2]);
});

it('a slip whose job the disk does not take is not ordered, and the next one is', () => {
  const { papers, orders, disk } = papersInHand();
  disk.isFull = true;
  expect(() => papers.print(ORDINARY_PRINTER, SAMPLE_PICK_UP_SLIP)).toThrow('the disk is full');
  expect([orders, papers.underWay()]).toEqual([[], null]);
  disk.isFull = false;
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_PICK_UP_SLIP)).toBe(1);
});

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

it('a slip whose worker does not start is looked after, and the next one is printed', () => {
  const { papers, jobRows, machine, left } = papersInHand();
  machine.isOutOfProcesses = true;
  expect(() => papers.print(ORDINARY_PRINTER, SAMPLE_PICK_UP_SLIP)).toThrow('without pipes');
  expect([papers.underWay(), left(), jobRows.orphans().length]).toEqual([null, 1, 1]);
  expect(papers.progress()?.ending).not.toBeNull();
  machine.isOutOfProcesses = false;
  expect(papers.print(ORDINARY_PRINTER, SAMPLE_PICK_UP_SLIP)).toBe(2);
});

it('the answer of a record search goes out with its sealed name, and its job is written down like a slip’s', () => {
  const { papers, orders, events, jobRows } = papersInHand();
  const name = {
    search: recordSearchId.parse('e'.repeat(32)),
    ...{ key: new Uint8Array(32), sealed: new Uint8Array(40) },
  };
  const paper = searchOnPaper(sampleStatement({}), '9f'.repeat(32), 'UTC');
  expect(papers.printSearch(ORDINARY_PRINTER, paper, name)).toBe(1);
  const [order] = orders;
  if (order?.kind !== 'record-search-paper') throw new Error('no such paper was ordered');
  expect(order).toEqual({
    ...{ kind: 'record-search-paper', job: expect.any(String), printer: ORDINARY_PRINTER, paper, name },
  });
  expect(jobRows.orphans()).toMatchObject([{ name: order.job, purged: null }]);
  events[0]?.report({ kind: 'purged', name: order.job, outcome: 'purged' });
  expect(jobRows.orphans()).toMatchObject([{ purged: 'purged' }]);
});
