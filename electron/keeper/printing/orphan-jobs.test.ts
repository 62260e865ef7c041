import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { createOrphanPurge } from './orphan-jobs.ts';
import { printSideStage } from './print-side.test-support.ts';

describe('jobs that nobody looks after', () => {
  it('are purged where their application was forgotten, and then their rows go', async () => {
    const { port, job, open, answers, jobRows, vault, traces } = printSideStage();
    const application = open();
    const name = job(application, CARD_PRINTER);
    vault.remove(application);
    jobRows.disown(application);
    const purge = createOrphanPurge(port);
    purge();
    await turn();
    expect(jobRows.orphans()).toHaveLength(1);
    answers.set(name, 'purged');
    purge();
    await until(() => expect(jobRows.orphans()).toEqual([]));
    await until(() => expect(traces.erased).toBe(1));
  });

  it('are purged also while everything is on legal hold, once their application is gone', async () => {
    const { port, job, open, holds, answers, jobRows, vault } = printSideStage();
    const application = open();
    const name = job(application, CARD_PRINTER);
    vault.remove(application);
    jobRows.disown(application);
    holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications: [] },
    });
    answers.set(name, 'purged');
    createOrphanPurge(port)();
    await until(() => expect(jobRows.orphans()).toEqual([]));
  });

  it('are slips whose worker has ended: asked for at the ordinary printer, until they are gone there', async () => {
    const { port, jobRows, paper, answers, asked, traces } = printSideStage();
    const name = jobId.parse(randomBytes(16).toString('hex'));
    jobRows.beginSlip({ name, printer: ORDINARY_PRINTER });
    paper.now = name;
    const purge = createOrphanPurge(port);
    purge();
    await turn();
    // The worker that prints it looks after it.
    expect(asked).toEqual([]);
    paper.now = null;
    purge();
    await until(() => expect(asked).toEqual([{ at: ORDINARY_PRINTER.address, jobs: [name] }]));
    expect(jobRows.orphans()).toHaveLength(1);
    answers.set(name, 'not-proven');
    purge();
    await until(() => expect(jobRows.orphans()).toEqual([]));
    await until(() => expect(traces.erased).toBe(1));
  });

  it('go without a question where their own worker has proven that they are over', async () => {
    const { port, jobRows, asked } = printSideStage();
    const name = jobId.parse(randomBytes(16).toString('hex'));
    jobRows.beginSlip({ name, printer: ORDINARY_PRINTER });
    jobRows.setPurged(name, 'purged');
    createOrphanPurge(port)();
    await until(() => expect(jobRows.orphans()).toEqual([]));
    expect(asked).toEqual([]);
  });

  it('are ended at their printer, but none that a hold froze, that a worker makes, or whose card is looked for', async () => {
    const { port, job, open, holds, running, asked, vault } = printSideStage();
    const [free, frozen, made, looked, kept] = [open(), open(), open(), open(), open()];
    const names = new Map([free, frozen, made, looked, kept].map((id) => [id, job(id, CARD_PRINTER)]));
    const by = { reason: 'court-order', since: 5, by: 'Marisol Tidewater' } as const;
    holds.set({ ...by, scope: 'tickets', applications: [frozen] });
    // One on everything keeps them all, and freezes none of these.
    holds.set({ ...by, scope: 'all', applications: [] });
    running.add(made);
    vault.setState(looked, reached({ kind: 'printing', card: 'doubtful' }));
    vault.setStage(looked, 'failed', { kind: 'doubt', doubt: 'interrupted' });
    createOrphanPurge(port)();
    await until(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.jobs).toEqual([names.get(free), names.get(kept)]);
  });

  it('are gone through once more for whoever asks in the middle of a round, and by no keeper that is closing', async () => {
    const { port, job, open, asked, gate, closing } = printSideStage();
    job(open(), CARD_PRINTER);
    let openGate = (): void => undefined;
    gate.opened = new Promise((resolve) => {
      openGate = resolve;
    });
    const purge = createOrphanPurge(port);
    purge();
    await until(() => expect(asked).toHaveLength(1));
    purge();
    purge();
    openGate();
    await until(() => expect(asked).toHaveLength(2));
    await turn();
    closing.abort();
    purge();
    await turn();
    expect(asked).toHaveLength(2);
  });

  it('are tried again where a disk takes no writes', async () => {
    const { port, job, open, answers, jobRows, vault, bugs } = printSideStage();
    const application = open();
    answers.set(job(application, CARD_PRINTER), 'purged');
    vault.remove(application);
    vault.database.pragma('query_only = ON');
    const purge = createOrphanPurge(port);
    purge();
    await until(() => expect(bugs).toEqual(['print jobs']));
    vault.database.pragma('query_only = OFF');
    purge();
    await until(() => expect(jobRows.orphans()).toEqual([]));
  });
});
