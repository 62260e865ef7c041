import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import {
  type PrintOrder,
  type VirtualPrinter,
  type WorkerReport,
  workerReport,
} from '../../../shared/contract/worker.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { encodeFrame, FrameReader } from '../../frames/frame.ts';
import { startTicksOf } from '../sessions/processes.ts';
import { forgetSessions, recordSessions } from '../sessions/recorded-sessions.ts';

/** What the keeper learns of a job. `ended`: the worker's process is gone, `finished` tells whether it said "in the tray". */
export interface PrintJobEvents {
  report(application: ApplicationId, report: WorkerReport): void;
  ended(application: ApplicationId, finished: boolean): void;
  /** The record of running workers could not be written, or could again: null. */
  unrecorded(error: unknown): void;
  /** A worker said what is no report, or its report could not be taken: it is ended. */
  onBug(where: string, error: unknown): void;
}

/** One print worker for each job, ended with it. */
export interface PrintJobs {
  start(order: {
    job: JobId;
    application: ApplicationId;
    key: Uint8Array;
    card: Uint8Array;
    photo: Uint8Array;
  }): void;
  /** Writes the record of running workers anew: after a disk has taken none. */
  record(): void;
  /** Whether a worker makes a card of this application now. */
  isRunning(application: ApplicationId): boolean;
  /** Ends the application's worker and proves it. No worker is as good as an ended one. */
  endWorker(application: ApplicationId): Promise<Result<null, { readonly kind: 'still-running' }>>;
  /** Removes what the printer side is known to keep. The built-in printer keeps nothing once its worker is gone. */
  purge(application: ApplicationId): Result<null, { readonly kind: 'still-running' }>;
  endAll(): Promise<void>;
}

interface RunningWorker {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
}

/** A killed process is gone in milliseconds; one that the kernel holds is no reason to wait with a wipe. */
const PATIENCE_MILLISECONDS = 2_000;

/** Starts workers as plain Node processes. */
export function createPrintJobs(
  launch: {
    readonly node: string;
    readonly workerPath: string;
    readonly environment: Readonly<Record<string, string>>;
    /** Where the running workers are recorded, for the keeper after a dead one. */
    readonly record: { readonly path: string; readonly keeperFolder: string };
  },
  printer: VirtualPrinter,
  events: PrintJobEvents,
): PrintJobs {
  const running = new Map<ApplicationId, RunningWorker>();

  function record(): void {
    const { path, keeperFolder } = launch.record;
    const workers = [...running.values()].flatMap(({ child }) =>
      child.pid === undefined ? [] : [{ pid: child.pid, folder: { path: keeperFolder } }],
    );
    try {
      recordSessions(path, keeperFolder, workers, null);
      events.unrecorded(null);
    } catch (error) {
      // The card is printed all the same, and a worker ends with its keeper; the record is for one that hangs.
      events.unrecorded(error);
    }
  }

  async function endWorker(application: ApplicationId): Promise<Result<null, { kind: 'still-running' }>> {
    const worker = running.get(application);
    if (worker === undefined) return ok(null);
    worker.child.kill('SIGKILL');
    await Promise.race([worker.gone, delay(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
    const { pid } = worker.child;
    const isGone = !running.has(application) && (pid === undefined || startTicksOf(pid) === null);
    return isGone ? ok(null) : err({ kind: 'still-running' });
  }

  /** What a worker says, and what becomes of it, must never end the keeper, which holds everybody’s keys. */
  function guarded(child: ChildProcess, act: () => void): void {
    try {
      act();
    } catch (error) {
      child.kill('SIGKILL');
      events.onBug('print worker', error);
    }
  }

  return {
    start({ job, application, key, card, photo }) {
      if (running.has(application)) throw new Error('one card at a time for each application');
      const child = spawn(launch.node, [launch.workerPath], {
        // Its own POSIX session, by which the next keeper could end it. The channel carries nothing: it closes
        // when this keeper dies, and the worker ends with it.
        detached: true,
        stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
        env: { ...launch.environment },
      });
      const { stdin, stdout } = child;
      if (stdin === null || stdout === null) throw new Error('a worker without pipes');
      let finished = false;
      let broken = false;
      const reader = new FrameReader();
      stdout.on('data', (chunk: Buffer) => {
        guarded(child, () => {
          if (broken) return;
          // Until the report is taken: what cannot be written down has not happened.
          broken = true;
          for (const message of reader.push(chunk)) {
            const report = workerReport.parse(message);
            events.report(application, report);
            finished ||= report.kind === 'in-tray';
          }
          broken = false;
        });
        chunk.fill(0);
      });
      const gone = new Promise<void>((resolve) => {
        child.once('close', () => {
          running.delete(application);
          record();
          resolve();
          guarded(child, () => events.ended(application, finished));
        });
        child.once('error', () => stdout.destroy());
      });
      running.set(application, { child, gone });
      record();
      const order: PrintOrder = { job, application, printer, key, card, photo };
      const frame = encodeFrame(order);
      // A worker that is gone before it read its order shows in `ended`; the pipe's error says no more.
      stdin.on('error', () => stdin.destroy());
      stdin.end(frame, () => frame.fill(0));
    },
    record,
    isRunning: (application) => running.has(application),
    endWorker,
    purge: (application) => (running.has(application) ? err({ kind: 'still-running' }) : ok(null)),
    async endAll() {
      const ended = await Promise.all([...running.keys()].map(endWorker));
      if (!ended.every(({ ok: proven }) => proven)) return;
      try {
        forgetSessions(launch.record.path);
      } catch (error) {
        // A disk that takes no writes keeps the record; the next keeper finds nobody of it.
        events.unrecorded(error);
      }
    },
  };
}
