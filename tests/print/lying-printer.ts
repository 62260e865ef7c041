import { expect } from 'vitest';
import type { KeeperOptions } from '../../electron/keeper/start/keeper.test-support.ts';
import type { PrintEnding } from '../../shared/contract/printing/printer.ts';
import { type Counter, openCounterWith, putAside } from './counter.ts';
import { type Lie, oneJobPrinter } from './one-job-printer.ts';
import { type FaultReply, ippReply, jobGroup } from './peers/fault-replies.ts';
import { operations } from './peers/ipp-message.ts';
import { faultPrinter } from './stage.ts';

export const honest: Lie = () => null;
export const doubt = (of: Extract<PrintEnding, { kind: 'doubt' }>['doubt']): PrintEnding => ({
  kind: 'doubt',
  doubt: of,
});
export const noCard = (why: Extract<PrintEnding, { kind: 'no-card' }>['why']): PrintEnding => ({
  kind: 'no-card',
  why,
});

/** Lies about one operation, each time. */
export function always(operation: number, reply: FaultReply): Lie {
  return (request) => (request.operation === operation ? reply : null);
}

/** The same, from the moment on when the job has its document. */
export function onceSent(operation: number, reply: FaultReply): Lie {
  return (request, job) => (request.operation === operation && job.state === 9 ? reply : null);
}

/** Says this of every job that has its document. */
export function ofTheJob(said: { state: number; impressions?: number; reasons?: readonly string[] }): Lie {
  return ({ operation, attributes }, job) =>
    operation === operations.getJobAttributes && job.state === 9
      ? ippReply([jobGroup({ id: Number(attributes.get('job-id')), name: job.name ?? '', ...said })])
      : null;
}

/** A counter with a printer that is honest until `lies` says otherwise, and keeps its jobs all the while. */
export async function lyingPrinter(options: KeeperOptions = {}) {
  const printer = await faultPrinter();
  let now = honest;
  printer.onRequest(oneJobPrinter((request, job) => now(request, job)));
  const counter = await openCounterWith(printer.uri, options);
  return {
    printer,
    counter,
    lies(lie: Lie): void {
      now = lie;
    },
  };
}

/** The clerk puts it aside and opens it again: whatever the printer did, the application is whole. */
export async function expectWhole(counter: Counter): Promise<void> {
  const before = await counter.page.application();
  const ticket = await putAside(counter);
  await counter.page.does('openApplication', { ticket });
  // Each session counts its revisions from the beginning.
  expect(await counter.page.application()).toEqual({ ...before, revision: 1 });
  expect(before).toMatchObject({ hasPhoto: true, answers: { name: 'Zephyrina Vandersloot' } });
}

export const done = { state: 9, reasons: ['job-completed-successfully'] };
export const garbage = { kind: 'bytes', bytes: Buffer.from('no printer at all') } as const;
