import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reached, wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createJobRows } from './job-rows.ts';
import { onWorkerEnded, onWorkerReport, reconcilePrinting } from './print-events.ts';

const newJob = () => jobId.parse(randomBytes(16).toString('hex'));

/** An application whose card was just given to a worker. */
function queued() {
  const vault = newVault();
  const { id } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.setState(id, reached({ kind: 'queued' }));
  const jobRows = createJobRows(vault.database);
  const trayChecks = createTrayChecks(vault.database);
  const told = { cards: 0, screens: 0 };
  const port = {
    ...{ vault, jobRows, trayChecks },
    snapshots: { tell: () => void told.cards++ },
    screens: { refresh: () => void told.screens++ },
  };
  return {
    ...{ vault, id, jobRows, trayChecks, told, port },
    row: () => vault.find(id),
    report: (report: WorkerReport) => onWorkerReport(port, id, report),
    wipe: (outcome: Outcome) =>
      vault.beginWipe(id, wipingAs(outcome), {
        custody: 'memory',
        driver: 'ipp',
        counted: null,
        day: '2026-11-24',
      }),
  };
}

describe('a report of a print worker', () => {
  it('moves the application on, and its session and every screen hear of each step', () => {
    const { report, row, told } = queued();
    report({ kind: 'stage', stage: 'front' });
    expect(row()).toMatchObject({ state: 'queued', stage: 'front' });
    report({ kind: 'stage', stage: 'sent' });
    expect(row()).toMatchObject({ state: 'printing', stage: 'sent' });
    report({ kind: 'in-tray', tray: new Uint8Array([1, 2]) });
    expect(row()).toMatchObject({ state: 'printed', stage: 'in-tray', ending: { kind: 'in-tray' } });
    expect([...(row()?.tray ?? [])]).toEqual([1, 2]);
    expect(told).toEqual({ cards: 3, screens: 3 });
  });

  it.each([
    [{ kind: 'doubt', doubt: 'interrupted' }, 'printing-doubtful'],
    [{ kind: 'no-card', why: { kind: 'unreachable' } }, 'printing-no-card'],
  ] as const)('of an end without a card, %j, leaves it %s', (ending, state) => {
    const { report, row } = queued();
    report(ending);
    expect(row()).toMatchObject({ state, stage: 'failed', ending });
  });

  it.each([
    ['waiting', { kind: 'no-card', why: { kind: 'unreachable' } }, 0],
    ['front', { kind: 'no-card', why: { kind: 'not-sent' } }, 0],
    ['sent', { kind: 'no-card', why: { kind: 'job-refused', status: 1024 } }, 1],
    ['waiting', { kind: 'doubt', doubt: 'interrupted' }, 1],
    ['back', { kind: 'in-tray', tray: null }, 1],
  ] as const)(
    'after the stage %s, %j, counts a card only where one may have left',
    (stage, ending, cards) => {
      const { vault, id, report, row } = queued();
      vault.beginJob(id, newJob());
      if (stage !== 'waiting') {
        report({ kind: 'stage', stage: 'sent' });
        report({ kind: 'stage', stage });
      }
      report(ending);
      expect(row()?.attempts).toBe(cards);
      // Nothing sent now takes back nothing that was sent before.
      vault.beginJob(id, newJob());
      vault.setState(id, reached({ kind: 'queued' }));
      report({ kind: 'no-card', why: { kind: 'unreachable' } });
      expect(row()?.attempts).toBe(cards);
    },
  );

  it('of an end that a full disk does not take leaves the count of cards as it was', () => {
    const { vault, id, port, row } = queued();
    vault.beginJob(id, newJob());
    const setState = (): void => {
      throw new Error('no room');
    };
    const full = { ...port, vault: { ...vault, setState } };
    const end: WorkerReport = { kind: 'no-card', why: { kind: 'unreachable' } };
    expect(() => onWorkerReport(full, id, end)).toThrow('no room');
    expect(row()?.attempts).toBe(1);
    // The positive control.
    onWorkerReport(port, id, end);
    expect(row()?.attempts).toBe(0);
  });

  it('of an end that a full disk takes in part is not taken at all: it is made up for as an interrupted one', () => {
    const { vault, id, port, row } = queued();
    const noRoom = (): void => {
      throw new Error('no room');
    };
    const full = { ...port, vault: { ...vault, setStage: noRoom, setUnsent: noRoom } };
    for (const report of [
      { kind: 'no-card', why: { kind: 'unreachable' } },
      { kind: 'doubt', doubt: 'interrupted' },
    ] as const)
      expect(() => onWorkerReport(full, id, report)).toThrow('no room');
    expect(row()).toMatchObject({ state: 'queued', ending: null });
    reconcilePrinting(port, { isRunning: () => false });
    expect(row()).toMatchObject({ state: 'printing-doubtful', stage: 'failed' });
  });

  it('that comes too late to fit leaves the state as the clerk made it', () => {
    const { vault, id, report, row } = queued();
    vault.setState(id, reached({ kind: 'handed-over' }));
    report({ kind: 'doubt', doubt: 'interrupted' });
    expect(row()?.state).toBe('handed-over');
  });

  it('keeps what was drawn of the applicant for the search', () => {
    const { vault, id, report } = queued();
    report({ kind: 'fingerprints', sealed: new Uint8Array([7]) });
    expect(vault.made(id).map((made) => [...made])).toEqual([[7]]);
  });

  it('of what a worker was not asked is a defect of the worker', () => {
    const { report } = queued();
    expect(() => report({ kind: 'identified' })).toThrow('was not asked');
  });

  it('about a job is written down also when its application is being wiped', () => {
    const { jobRows, id, report, wipe } = queued();
    const name = newJob();
    jobRows.begin({ name, application: id, printer: CARD_PRINTER });
    const owner = wipe('withdrawn');
    jobRows.passOn(id, owner);
    report({ kind: 'job', name, number: 7 });
    report({ kind: 'left-behind', name });
    expect(jobRows.of(owner)).toMatchObject([{ number: 7, left_behind: 1, purged: null }]);
    report({ kind: 'purged', name, outcome: null });
    expect(jobRows.of(owner)).toMatchObject([{ purged: null }]);
    report({ kind: 'purged', name, outcome: 'purged' });
    expect(jobRows.of(owner)).toMatchObject([{ purged: 'purged' }]);
  });
});

describe('a card that left in the very moment in which its application ended', () => {
  it('is looked for in the tray, and the record stays as the wipe has it', () => {
    const { report, row, trayChecks, wipe } = queued();
    wipe('withdrawn');
    report({ kind: 'stage', stage: 'front' });
    expect(trayChecks.pending()).toBeNull();
    report({ kind: 'stage', stage: 'sent' });
    expect(trayChecks.pending()).toEqual({ cause: 'late-card', applications: 1, cards: 1 });
    expect(row()?.state).toBe('wiping-withdrawn');
  });

  it('is asked for once where it expired: then somebody looks in any case', () => {
    const { report, trayChecks, wipe } = queued();
    wipe('expired');
    report({ kind: 'stage', stage: 'sent' });
    expect(trayChecks.pending()).toBeNull();
  });
});

describe('a worker that ends', () => {
  it('before it said how the print ended leaves a doubt', () => {
    const { port, id, row } = queued();
    onWorkerEnded(port, id, false);
    expect(row()).toMatchObject({
      ...{ state: 'printing-doubtful', stage: 'failed' },
      ending: { kind: 'doubt', doubt: 'interrupted' },
    });
  });

  it('after it told leaves what it told, and so does one whose application is wiped or was asked about', () => {
    const { port, vault, id, row, told, wipe } = queued();
    onWorkerEnded(port, id, true);
    expect(row()?.state).toBe('queued');
    vault.setState(id, reached({ kind: 'printing', card: 'none' }));
    onWorkerEnded(port, id, false);
    expect(row()?.state).toBe('printing-no-card');
    wipe('withdrawn');
    onWorkerEnded(port, id, false);
    expect(row()?.state).toBe('wiping-withdrawn');
    expect(told.cards).toBe(0);
  });

  it('unheard is made up for: what no worker makes is in doubt, what one makes goes on', () => {
    const { port, id, row } = queued();
    reconcilePrinting(port, { isRunning: () => true });
    expect(row()?.state).toBe('queued');
    reconcilePrinting(port, { isRunning: (application) => application !== id });
    expect(row()?.state).toBe('printing-doubtful');
  });
});
