import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { onWorkerEnded, onWorkerReport } from './print-events.ts';
import { createPrintJobs } from './print-jobs.ts';
import { printSideStage } from './print-side.test-support.ts';
import type { WorkerEvents } from './worker-processes.ts';

/** A card that its worker has sent, and then a legal hold on everything that is open. */
function heldAtThePrinter() {
  const on = printSideStage();
  const { vault, jobRows, holds, open } = on;
  const application = open();
  const sealed = { answers: Uint8Array.of(1), photo: Uint8Array.of(2), card: Uint8Array.of(3) };
  vault.store(application, 'answers', sealed.answers);
  vault.store(application, 'photo', sealed.photo);
  vault.store(application, 'card', sealed.card);
  vault.addMade(application, Uint8Array.of(4));
  vault.setState(application, reached({ kind: 'queued' }));
  const job = on.job(application, CARD_PRINTER);
  vault.beginJob(application, job);

  const worker: { hears: WorkerEvents | null; told: unknown[]; ended: boolean } = {
    ...{ hears: null, told: [], ended: false },
  };
  const jobs = createPrintJobs({
    prepare: () => undefined,
    start(_order, hears) {
      worker.hears = hears;
      return {
        tell: (command) => void worker.told.push(command),
        async end() {
          worker.ended = true;
          return true;
        },
      };
    },
    record: () => undefined,
    endAll: async () => undefined,
  });
  const port = {
    ...{ vault, jobRows, trayChecks: createTrayChecks(vault.database) },
    snapshots: { tell: () => undefined },
    screens: { refresh: () => undefined },
  };
  jobs.listen({
    report: (id, report) => onWorkerReport(port, id, report),
    ended(id, told) {
      on.running.delete(id);
      onWorkerEnded(port, id, told);
    },
  });
  on.running.add(application);
  jobs.start({
    ...{ job, application, printer: CARD_PRINTER, earlier: [], practice: false },
    ...{ key: randomBytes(32), card: sealed.card, photo: sealed.photo },
  });
  worker.hears?.report({ kind: 'stage', stage: 'sent' });

  const everything = { scope: 'all', reason: 'subpoena', since: 5, by: 'Marisol Tidewater' } as const;
  holds.set({ ...everything, applications: [application] });
  expect(holds.verdict(application, null).kind).toBe('frozen');
  return { ...on, application, job, jobs, worker, row: () => vault.find(application) };
}

describe('a card that is at its printer when a hold is set', () => {
  it('is printed to its end and purged there, and nothing else of its application changes', () => {
    const { application, job, jobs, worker, jobRows, vault, row, port } = heldAtThePrinter();
    const before = row();
    expect([worker.told, worker.ended, jobs.isRunning(application)]).toEqual([[], false, true]);
    worker.hears?.report({ kind: 'job', name: job, number: 7 });
    worker.hears?.report({ kind: 'fingerprints', sealed: Uint8Array.of(5) });
    worker.hears?.report({ kind: 'stage', stage: 'front' });
    worker.hears?.report({ kind: 'in-tray', tray: Uint8Array.of(6) });
    worker.hears?.report({ kind: 'purged', name: job, outcome: 'purged' });
    worker.hears?.ended();
    expect(row()).toEqual({
      ...before,
      ...{ state: 'printed', stage: 'in-tray', ending: { kind: 'in-tray' } },
      tray: Buffer.from([6]),
    });
    // What was made of the applicant before is there still, beside what came.
    expect(vault.made(application).map((made) => [...made])).toEqual([[4], [5]]);
    // The kiosk's own row of the job stays: it says what became of it.
    expect(jobRows.of(application)).toMatchObject([{ name: job, number: 7, purged: 'purged' }]);
    expect(port.outOfReach()).toEqual([]);
  });

  it('whose worker ends first is in doubt, and its job stays at the printer', () => {
    const { application, job, worker, jobRows, holds, row, port } = heldAtThePrinter();
    worker.hears?.report({ kind: 'doubt', doubt: 'reply-lost' });
    worker.hears?.ended();
    expect(row()).toMatchObject({ state: 'printing-doubtful', stage: 'failed' });
    expect(jobRows.of(application)).toMatchObject([{ name: job, purged: null }]);
    expect(port.outOfReach()).toEqual([]);
    // The control: without a hold it is ended there.
    for (const { identifier } of holds.all()) holds.lift(identifier);
    expect(port.outOfReach()).toMatchObject([{ name: job }]);
  });
});
