import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { applicationId, jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { makeFontFolder } from '../../lib/drawing/font-folder.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { endGroup } from '../sessions/end-group.ts';
import { livingProcessesOf, startTicksOf } from '../sessions/processes.ts';
import { endLeftovers, readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { until, volatileFolder } from '../sessions/sessions.test-support.ts';
import { createPrintJobs, type PrintJobs } from './print-jobs.ts';
import { createWorkers, type Workers } from './worker-processes.ts';

const fakeWorker = fileURLToPath(new URL('fake-worker.test-support.ts', import.meta.url));
const application = applicationId.parse('a'.repeat(32));
const other = applicationId.parse('b'.repeat(32));

interface JobsOnStage {
  readonly jobs: PrintJobs;
  readonly workers: Workers;
  readonly recordPath: string;
  readonly reports: WorkerReport[];
  readonly ended: boolean[];
  readonly bugs: unknown[];
  /** As when the keeper ends. */
  end(): Promise<void>;
}

/** Real child processes; `take` is what the owner does with a report. */
function stageJobs(behaviour: string, take: (report: WorkerReport) => void = () => undefined): JobsOnStage {
  const stage = { reports: [], ended: [], bugs: [] } satisfies Partial<Record<keyof JobsOnStage, unknown[]>>;
  const reports: WorkerReport[] = stage.reports;
  const ended: boolean[] = stage.ended;
  const bugs: unknown[] = stage.bugs;
  const recordPath = join(workingFolder(), 'workers.json');
  const closing = new AbortController();
  const workers = createWorkers(
    {
      node: behaviour === 'cannot be started' ? '/nowhere/node' : process.execPath,
      workerPath: fakeWorker,
      environment: { FAKE_WORKER: behaviour },
      record: { path: recordPath, keeperFolder: volatileFolder() },
    },
    {
      unrecorded(error) {
        if (error !== null) bugs.push(error);
      },
      onBug: (_where, error) => bugs.push(error),
    },
    closing.signal,
  );
  const jobs = createPrintJobs(workers);
  jobs.listen({
    report(_application, report) {
      take(report);
      reports.push(report);
    },
    ended: (_application, told) => ended.push(told),
  });
  const end = (): Promise<void> => {
    closing.abort();
    return workers.endAll();
  };
  onTestFinished(end);
  return { jobs, workers, recordPath, reports, ended, bugs, end };
}

function start({ jobs }: JobsOnStage, which = application): void {
  jobs.start({
    job: jobId.parse('c'.repeat(32)),
    application: which,
    printer: { driver: 'virtual', secondsPerFace: 0, folder: null },
    earlier: [],
    key: randomBytes(32),
    card: randomBytes(100),
    photo: randomBytes(200_000),
    practice: false,
  });
}

/** The worker's process id, from the record for the next keeper. */
function workerOf(stage: JobsOnStage): number {
  const pid = readRecordedSessions(stage.recordPath)?.sessions[0]?.pid;
  if (pid === undefined) throw new Error('no worker is recorded');
  return pid;
}

describe('a print worker', () => {
  it('reports, ends with its job, and is then nowhere', async () => {
    const stage = stageJobs('finishes');
    start(stage);
    const pid = workerOf(stage);
    await until(() => expect(stage.ended).toEqual([true]));
    expect(stage.reports.map(({ kind }) => kind)).toEqual(['stage', 'in-tray']);
    expect(stage.jobs.isRunning(application)).toBe(false);
    expect(startTicksOf(pid)).toBeNull();
    expect(readRecordedSessions(stage.recordPath)?.sessions).toEqual([]);
  });

  it.each(['dies', 'cannot be started'])('that %s leaves a doubt', async (behaviour) => {
    const stage = stageJobs(behaviour);
    start(stage);
    await until(() => expect(stage.ended).toEqual([false]));
    expect(await stage.jobs.endWorker(application)).toEqual({ ok: true, value: null });
    start(stage);
    await until(() => expect(stage.ended).toEqual([false, false]));
  });

  it.each(['says garbage', 'says what is no report'])(
    'that %s is ended; the keeper goes on',
    async (behaviour) => {
      const stage = stageJobs(behaviour);
      start(stage);
      await until(() => expect(stage.ended).toEqual([false]));
      // What came in one piece with the garbage is lost with it.
      expect(stage.reports.filter(({ kind }) => kind !== 'stage')).toEqual([]);
      expect(stage.bugs).toHaveLength(1);
    },
  );

  it('whose card could not be written down has not finished', async () => {
    const stage = stageJobs('finishes and stays', (report) => {
      if (report.kind === 'in-tray') throw new Error('disk full');
    });
    start(stage);
    await until(() => expect(stage.ended).toEqual([false]));
    expect(stage.bugs).toEqual([new Error('disk full')]);
  });

  it('is ended by its application’s wipe, and by no other', async () => {
    const stage = stageJobs('waits');
    start(stage);
    const pid = workerOf(stage);
    await until(() => expect(stage.reports).toHaveLength(1));
    expect(await stage.jobs.endWorker(other)).toEqual({ ok: true, value: null });
    expect(stage.jobs.isRunning(application)).toBe(true);
    expect(startTicksOf(pid)).not.toBeNull();
    expect(await stage.jobs.endWorker(application)).toEqual({ ok: true, value: null });
    expect(startTicksOf(pid)).toBeNull();
    expect(stage.ended).toEqual([false]);
    expect(stage.jobs.isRunning(application)).toBe(false);
  });

  it('is one for each application', async () => {
    const stage = stageJobs('waits');
    start(stage);
    expect(() => start(stage)).toThrow('one card at a time');
    start(stage, other);
    await until(() => expect(stage.reports).toHaveLength(2));
    await stage.end();
    expect(stage.ended).toEqual([false, false]);
    expect(existsSync(stage.recordPath)).toBe(false);
  });
});

describe('a worker that is ready', () => {
  function prepare({ jobs }: JobsOnStage): void {
    jobs.prepare({ kind: 'prepare', printer: CARD_PRINTER, programme: SAMPLE_PROGRAMME });
  }
  const pidsOf = ({ recordPath }: JobsOnStage): readonly number[] =>
    readRecordedSessions(recordPath)?.sessions.map(({ pid }) => pid) ?? [];

  it('is one, takes the order of the next card, and stands last in the record then', async () => {
    const stage = stageJobs('waits');
    prepare(stage);
    prepare(stage);
    const [ready] = pidsOf(stage);
    expect(pidsOf(stage)).toHaveLength(1);
    expect(stage.jobs.isRunning(application)).toBe(false);
    // A question is no card: it has a process of its own.
    stage.workers.start({ kind: 'list-queues' }, { report: () => undefined, ended: () => undefined });
    const [, asking] = pidsOf(stage);
    start(stage);
    expect(pidsOf(stage)).toEqual([asking, ready]);
    await until(() => expect(stage.reports).toMatchObject([{ kind: 'stage' }]));
    // Taken: another may be made ready for the next card.
    prepare(stage);
    const second = pidsOf(stage).at(-1);
    expect(second).not.toBe(ready);
    start(stage, other);
    expect(pidsOf(stage)).toEqual([asking, ready, second]);
    expect(await stage.jobs.endWorker(application)).toEqual({ ok: true, value: null });
    expect(pidsOf(stage)).toEqual([asking, second]);
    expect(stage.ended).toEqual([false]);
  });

  it('and dies is nobody’s loss: the card has a process of its own', async () => {
    const stage = stageJobs('dies while it waits');
    prepare(stage);
    await until(() => expect(pidsOf(stage)).toEqual([]));
    expect(stage.ended).toEqual([]);
    start(stage);
    await until(() => expect(stage.reports).toMatchObject([{ kind: 'stage' }]));
  });

  it('and speaks before it has an order is ended, and the keeper goes on', async () => {
    const stage = stageJobs('speaks before its order');
    prepare(stage);
    await until(() => expect(stage.bugs).toEqual([new Error('a worker without an order reports')]));
    await until(() => expect(pidsOf(stage)).toEqual([]));
    expect(stage.reports).toEqual([]);
    prepare(stage);
    expect(pidsOf(stage)).toHaveLength(1);
  });

  it('ends with its keeper', async () => {
    const stage = stageJobs('waits');
    prepare(stage);
    const [ready = 0] = pidsOf(stage);
    expect(startTicksOf(ready)).not.toBeNull();
    await stage.end();
    expect(startTicksOf(ready)).toBeNull();
    prepare(stage);
    expect(existsSync(stage.recordPath)).toBe(false);
  });
});

it('a worker of a dead keeper is ended by the next one', async () => {
  const stage = stageJobs('waits');
  start(stage);
  const pid = workerOf(stage);
  await until(() => expect(stage.reports).toHaveLength(1));
  expect(await endLeftovers(stage.recordPath)).toMatchObject({ processesEnded: 1 });
  expect(livingProcessesOf(pid)).toEqual([]);
});

it('the real worker does not outlive its keeper, not even while its printer prints', async () => {
  const folder = workingFolder();
  const keeper = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('lonely-keeper.test-support.ts', import.meta.url)),
      fileURLToPath(new URL('evaluation-worker.test-support.ts', import.meta.url)),
      join(folder, 'workers.json'),
      makeFontFolder(join(folder, 'fonts')),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line]: unknown[] = await once(keeper.stdout, 'data');
  const pid = Number(String(line));
  onTestFinished(async () => {
    await endGroup(pid);
  });
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('evaluation-worker');
  keeper.kill('SIGKILL');
  await until(() => expect(startTicksOf(pid)).toBeNull());
});
