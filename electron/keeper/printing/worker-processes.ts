import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type WorkerCommand,
  type WorkerOrder,
  type WorkerPreparation,
  type WorkerReport,
  workerReport,
} from '../../../shared/contract/worker.ts';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';
import { isStillLiving, startTicksOf } from '../sessions/processes.ts';
import { forgetSessions, recordSessions } from '../sessions/recorded-sessions.ts';

/** What the owner of a worker learns. `ended` comes once, when the process is gone. */
export interface WorkerEvents {
  report(report: WorkerReport): void;
  ended(): void;
}

/** One print worker: a plain Node process with one order, which ends with it. It may have been made ready for it. */
export interface Worker {
  /** Tells it something after its order. One that is gone hears nothing, and `ended` says so. */
  tell(command: WorkerCommand): void;
  /** Ends it and proves it: whether it is gone. */
  end(): Promise<boolean>;
}

/** All print workers of this keeper, recorded for the keeper after a dead one. */
export interface Workers {
  /**
   * Has a worker ready for the next card, which takes its order then: loading and first drawing take longer than all
   * that follows. One at a time; it knows nothing of any applicant, and ends with this keeper.
   */
  prepare(preparation: WorkerPreparation): void;
  /** A card's order goes to the worker that is ready for it; any other has a process of its own. */
  start(order: WorkerOrder, events: WorkerEvents): Worker;
  /** Writes the record of running workers anew: after a disk has taken none. */
  record(): void;
  endAll(): Promise<void>;
}

/** How workers are started, and where the running ones are recorded. */
export interface WorkerLaunch {
  readonly node: string;
  readonly workerPath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly record: { readonly path: string; readonly keeperFolder: string };
}

type OnBug = (where: string, error: unknown) => void;

interface LaunchedWorker extends Worker {
  /** Its order, where it was only made ready, and who hears of it from now on. */
  order(order: WorkerOrder, events: WorkerEvents): void;
}

/** A killed process is gone in milliseconds; one that the kernel holds is no reason to wait with a wipe. */
const PATIENCE_MILLISECONDS = 2_000;

/** What a worker says, and what becomes of it, must never end the keeper, which holds everybody’s keys. */
function guarded(child: ChildProcess, onBug: OnBug, act: () => void): void {
  try {
    act();
  } catch (error) {
    child.kill('SIGKILL');
    onBug('print worker', error);
  }
}

function listen(
  child: ChildProcess,
  stdout: NonNullable<ChildProcess['stdout']>,
  owner: () => WorkerEvents | null,
  onBug: OnBug,
): void {
  let broken = false;
  const reader = new FrameReader();
  stdout.on('data', (chunk: Buffer) => {
    guarded(child, onBug, () => {
      if (broken) return;
      // Until the report is taken: what cannot be written down has not happened.
      broken = true;
      for (const message of reader.push(chunk)) {
        const events = owner();
        if (events === null) throw new Error('a worker without an order reports');
        events.report(workerReport.parse(message));
      }
      broken = false;
    });
    chunk.fill(0);
  });
}

/** Which workers are running, and who is told of that. */
interface Kept {
  readonly running: Map<Worker, ChildProcess>;
  record(): void;
  readonly onBug: OnBug;
}

/** `owner`: who hears of it; nobody as long as it has no order. */
function launchWorker(
  launch: WorkerLaunch,
  { running, record, onBug }: Kept,
  first: WorkerOrder | WorkerPreparation,
  owner: WorkerEvents | null,
): LaunchedWorker {
  let events = owner;
  const child = spawn(launch.node, [launch.workerPath], {
    // Its own POSIX session, by which the next keeper could end it. The channel carries nothing: it closes
    // when this keeper dies, and the worker ends with it.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    env: { ...launch.environment },
  });
  const { stdin, stdout } = child;
  // Before anything may throw: an error that nobody listens for would end the keeper.
  child.once('error', () => stdout?.destroy());
  // Without file descriptors left there are none, whatever their type says.
  if (!stdin || !stdout) throw new Error('a worker without pipes');
  listen(child, stdout, () => events, onBug);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      running.delete(launched);
      record();
      resolve();
      guarded(child, onBug, () => events?.ended());
    });
  });
  const write = (message: WorkerOrder | WorkerPreparation | WorkerCommand): void => {
    const frame = encodeFrame(message);
    stdin.write(frame, () => frame.fill(0));
  };
  const launched: LaunchedWorker = {
    order(order, to) {
      events = to;
      write(order);
    },
    tell(command) {
      if (stdin.writable) write(command);
    },
    async end() {
      if (!running.has(launched)) return true;
      child.kill('SIGKILL');
      await Promise.race([gone, delay(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
      return !running.has(launched) && (child.pid === undefined || startTicksOf(child.pid) === null);
    },
  };
  running.set(launched, child);
  record();
  // A worker that is gone before it read its order shows in `ended`; the pipe's error says no more.
  stdin.on('error', () => stdin.destroy());
  write(first);
  return launched;
}

/**
 * Starts workers. `unrecorded`: the record of running workers could not be written, or could again (null).
 * `onBug`: a worker said what is no report, or its report could not be taken; it is ended then. `closing`: from then on
 * none is made ready.
 */
export function createWorkers(
  launch: WorkerLaunch,
  reports: { unrecorded(error: unknown): void; readonly onBug: OnBug },
  closing: AbortSignal,
): Workers {
  const running = new Map<Worker, ChildProcess>();
  let ready: LaunchedWorker | null = null;

  function record(): void {
    const { path, keeperFolder } = launch.record;
    const workers = [...running.values()].flatMap(({ pid }) =>
      pid === undefined ? [] : [{ pid, folder: { path: keeperFolder } }],
    );
    try {
      recordSessions(path, keeperFolder, workers, null);
      reports.unrecorded(null);
    } catch (error) {
      // The card is printed all the same, and a worker ends with its keeper; the record is for one that hangs.
      reports.unrecorded(error);
    }
  }

  const kept: Kept = { running, record, onBug: reports.onBug };

  /** Null: there is none, or it has died meanwhile, which is nobody's loss. */
  function takeReady(): LaunchedWorker | null {
    const taken = ready;
    ready = null;
    return taken !== null && isAlive(taken) ? taken : null;
  }

  /** Also of one whose end has not been heard of yet: a moment ago this process was writing to a disk. */
  function isAlive(worker: Worker): boolean {
    const pid = running.get(worker)?.pid;
    return pid !== undefined && isStillLiving({ pid, posixSession: pid });
  }

  return {
    prepare(preparation) {
      if (closing.aborted || (ready !== null && isAlive(ready))) return;
      try {
        ready = launchWorker(launch, kept, preparation, null);
      } catch (error) {
        // What the clerk did has been written down, and stands without it.
        reports.onBug('preparation', error);
      }
    },
    start(order, events) {
      const taken = order.kind === 'print' ? takeReady() : null;
      if (taken === null) return launchWorker(launch, kept, order, events);
      // The record lists workers in the order of their orders.
      const child = running.get(taken);
      running.delete(taken);
      if (child !== undefined) running.set(taken, child);
      record();
      taken.order(order, events);
      return taken;
    },
    record,
    async endAll() {
      const ended = await Promise.all([...running.keys()].map((worker) => worker.end()));
      if (!ended.every((proven) => proven)) return;
      try {
        forgetSessions(launch.record.path);
      } catch (error) {
        // A disk that takes no writes keeps the record; the next keeper finds nobody of it.
        reports.unrecorded(error);
      }
    },
  };
}
