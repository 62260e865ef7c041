import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ApplicationId, JobId } from '../../../shared/contract/ids.ts';
import {
  type PrintOrder,
  type VirtualPrinter,
  type WorkerReport,
  workerReport,
} from '../../../shared/contract/worker.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { encodeFrame, FrameReader } from '../../frames/frame.ts';

/** What the keeper learns of a job. `ended`: the worker's process is gone, `finished` tells whether it said "in the tray". */
export interface PrintJobEvents {
  report(application: ApplicationId, report: WorkerReport): void;
  ended(application: ApplicationId, finished: boolean): void;
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

/** Starts workers as plain Node processes. `printer` is asked anew for each job. */
export function createPrintJobs(
  launch: {
    readonly node: string;
    readonly workerPath: string;
    readonly environment: Readonly<Record<string, string>>;
  },
  printer: VirtualPrinter,
  events: PrintJobEvents,
): PrintJobs {
  const running = new Map<ApplicationId, RunningWorker>();

  async function endWorker(application: ApplicationId): Promise<Result<null, { kind: 'still-running' }>> {
    const worker = running.get(application);
    if (worker === undefined) return ok(null);
    worker.child.kill('SIGKILL');
    await worker.gone;
    const pid = worker.child.pid;
    return pid !== undefined && existsSync(`/proc/${pid}`) ? err({ kind: 'still-running' }) : ok(null);
  }

  return {
    start({ job, application, key, card, photo }) {
      if (running.has(application)) throw new Error('one card at a time for each application');
      const child = spawn(launch.node, [launch.workerPath], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...launch.environment },
      });
      let finished = false;
      const reader = new FrameReader();
      child.stdout.on('data', (chunk: Buffer) => {
        for (const message of reader.push(chunk)) {
          const report = workerReport.parse(message);
          finished ||= report.kind === 'in-tray';
          events.report(application, report);
        }
        chunk.fill(0);
      });
      const gone = new Promise<void>((resolve) => {
        child.once('close', () => {
          running.delete(application);
          resolve();
          events.ended(application, finished);
        });
        child.once('error', () => child.stdout.destroy());
      });
      running.set(application, { child, gone });
      const order: PrintOrder = { job, application, printer, key, card, photo };
      const frame = encodeFrame(order);
      // A worker that is gone before it read its order shows in `ended`; the pipe's error says no more.
      child.stdin.on('error', () => child.stdin.destroy());
      child.stdin.end(frame, () => frame.fill(0));
    },
    endWorker,
    purge: (application) => (running.has(application) ? err({ kind: 'still-running' }) : ok(null)),
    async endAll() {
      await Promise.all([...running.keys()].map(endWorker));
    },
  };
}
