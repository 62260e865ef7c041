import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { type ApplicationId, type JobId, jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { IppDevice, IppPrinter } from '../../../shared/contract/printing/printer.ts';
import type { PurgeOutcome } from '../../../shared/contract/worker.ts';
import { createHolds } from '../holds/holds.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { createJobRows } from './job-rows.ts';
import { createOrphanPurge, createPatientPurge, earlierJobs } from './print-side.ts';

const OTHER_PRINTER: IppPrinter = { ...CARD_PRINTER, address: 'ipp://192.0.2.9:631/ipp/print' };

/** A kiosk whose printers answer what `answers` says of a job; of others they say nothing. */
function stage() {
  const vault = newVault();
  const jobRows = createJobRows(vault.database);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const closing = new AbortController();
  const answers = new Map<string, PurgeOutcome>();
  /** The jobs that each printer was asked for, one array for each question. */
  const asked: { readonly at: string; readonly jobs: readonly string[] }[] = [];
  const running = new Set<ApplicationId>();
  const bugs: string[] = [];
  const paper: { now: JobId | null } = { now: null };
  const traces = { erased: 0 };
  const gate = { opened: Promise.resolve() };
  const port = {
    ...{ vault, jobRows, holds, closing: closing.signal },
    papers: { underWay: () => paper.now },
    jobs: { isRunning: (application: ApplicationId) => running.has(application) },
    traces: {
      erase() {
        traces.erased += 1;
        return true;
      },
    },
    printerQueries: {
      async purge(printer: IppDevice, jobs: readonly { readonly name: JobId }[]) {
        asked.push({ at: printer.address, jobs: jobs.map(({ name }) => name) });
        await gate.opened;
        return new Map(jobs.flatMap(({ name }) => [[name, answers.get(name) ?? null] as const]));
      },
    },
    onBug: (where: string) => void bugs.push(where),
  };
  function job(application: ApplicationId, printer: Parameters<typeof jobRows.begin>[0]['printer']): JobId {
    const name = jobId.parse(randomBytes(16).toString('hex'));
    jobRows.begin({ name, application, printer });
    return name;
  }
  const open = (): ApplicationId => begin(vault, '2026-11-24', 1_800_000_000_000).id;
  return {
    ...{ vault, jobRows, holds, closing, answers, asked, running, bugs, traces, gate, port, paper },
    ...{ job, open },
  };
}

describe('what the printers keep of a wipe', () => {
  function wiping() {
    const on = stage();
    const application = wipingApplication(on.vault);
    const wipe = on.vault.wipes.of(application).id;
    const named = (printer: Parameters<typeof on.job>[1] = CARD_PRINTER): JobId => {
      const name = on.job(application, printer);
      on.jobRows.passOn(application, wipe);
      return name;
    };
    return { ...on, wipe, named, purge: () => createPatientPurge(on.port)(wipe) };
  }

  it('is nothing where nothing was sent', async () => {
    const { purge, asked } = wiping();
    expect(await purge()).toBe('kept-nothing');
    expect(asked).toEqual([]);
  });

  it('is purged once every job is proven gone, each at its own printer; then no name of them is left', async () => {
    const { purge, named, answers, asked, jobRows, vault, wipe } = wiping();
    const [one, two] = [named(), named(OTHER_PRINTER)];
    answers.set(one, 'purged');
    expect(await purge()).toBeNull();
    expect(jobRows.of(wipe).map(({ purged }) => purged)).toEqual(['purged', null]);
    answers.set(two, 'purged');
    expect(await purge()).toBe('purged');
    // What was proven is not asked again.
    expect(asked.map(({ at, jobs }) => [at, jobs])).toEqual([
      [CARD_PRINTER.address, [one]],
      [OTHER_PRINTER.address, [two]],
      [OTHER_PRINTER.address, [two]],
    ]);
    expect(jobRows.of(wipe)).toEqual([]);
    expect(vault.wipes.all()).toMatchObject([{ spool: 'purged' }]);
  });

  it('is not proven where a queue of the system has it: nobody can look there', async () => {
    const { purge, named, asked } = wiping();
    named({ driver: 'os', name: 'Office' });
    expect(await purge()).toBe('not-proven');
    expect(asked).toEqual([]);
  });

  it('is asked for once at a time, and not written down by a keeper that is closing', async () => {
    const { port, named, answers, asked, gate, closing, jobRows, wipe } = wiping();
    answers.set(named(), 'purged');
    let openGate = (): void => undefined;
    gate.opened = new Promise((resolve) => {
      openGate = resolve;
    });
    const purge = createPatientPurge(port);
    const both = [purge(wipe), purge(wipe)];
    expect(asked).toHaveLength(1);
    closing.abort();
    openGate();
    expect(await Promise.all(both)).toEqual([null, null]);
    expect(jobRows.of(wipe)).toMatchObject([{ purged: null }]);
  });
});

describe('jobs that nobody looks after', () => {
  it('are purged where their application was forgotten, and then their rows go', async () => {
    const { port, job, open, answers, jobRows, vault, traces } = stage();
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
    const { port, job, open, holds, answers, jobRows, vault } = stage();
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
    const { port, jobRows, paper, answers, asked, traces } = stage();
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
    const { port, jobRows, asked } = stage();
    const name = jobId.parse(randomBytes(16).toString('hex'));
    jobRows.beginSlip({ name, printer: ORDINARY_PRINTER });
    jobRows.setPurged(name, 'purged');
    createOrphanPurge(port)();
    await until(() => expect(jobRows.orphans()).toEqual([]));
    expect(asked).toEqual([]);
  });

  it('are ended at their printer, but none that a hold froze, that a worker makes, or whose card is looked for', async () => {
    const { port, job, open, holds, running, asked, vault } = stage();
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
    const { port, job, open, asked, gate, closing } = stage();
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
    const { port, job, open, answers, jobRows, vault, bugs } = stage();
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

it('a new print is told of the jobs before it of which nobody knows that they are over', () => {
  const { job, open, jobRows } = stage();
  const application = open();
  const [unknown, over, left, own] = [1, 2, 3, 4].map(() => job(application, CARD_PRINTER));
  if (unknown === undefined || over === undefined || left === undefined || own === undefined) {
    throw new Error('no jobs');
  }
  jobRows.setNumber(unknown, 7);
  jobRows.setPurged(over, 'purged');
  jobRows.leaveBehind(left);
  expect(earlierJobs(jobRows, application, own)).toEqual([
    { name: unknown, number: 7, printer: CARD_PRINTER },
  ]);
});
