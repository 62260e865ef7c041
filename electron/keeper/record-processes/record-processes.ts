import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';
import { isStillLiving } from '../sessions/processes.ts';
import { forgetSessions, recordSessions } from '../sessions/recorded-sessions.ts';

/** Processes that open one application each, for one order, and are proven gone before anything is said of it. */
export interface RecordProcesses<Order, Report> {
  /**
   * One process, from its order to its proven end. Null: it ended, or was ended, without a report.
   * @throws when it cannot be ended: it knows somebody, and nothing may be answered over it.
   */
  run(order: Order, stopped: AbortSignal): Promise<Report | null>;
  /** Whether they are all gone. */
  endAll(): Promise<boolean>;
}

/** How they are started, and where the running ones are recorded for the keeper after a dead one. */
export interface RecordLaunch<Report> {
  /** In reports of defects. */
  readonly what: string;
  readonly node: string;
  readonly programPath: string;
  readonly record: { readonly path: string; readonly keeperFolder: string };
  readonly report: z.ZodType<Report>;
}

/** An application is opened in a tenth of a second. */
const LONGEST_MILLISECONDS = 30_000;
/** A killed process is gone in milliseconds, and on a machine that has too much to do in seconds: this one stays. */
const LONGEST_END_MILLISECONDS = 60_000;

/** Starts such processes. `onBug`: the record of them could not be written, or one said what is no report. */
export function createRecordProcesses<Order, Report>(
  launch: RecordLaunch<Report>,
  onBug: (where: string, error: unknown) => void,
): RecordProcesses<Order, Report> {
  const running = new Map<ChildProcess, Promise<void>>();

  function record(): void {
    const { path, keeperFolder } = launch.record;
    const pids = [...running.keys()].flatMap(({ pid }) =>
      pid === undefined ? [] : [{ pid, folder: { path: keeperFolder } }],
    );
    try {
      if (pids.length === 0) forgetSessions(path);
      else recordSessions(path, keeperFolder, pids, null);
    } catch (error) {
      // It ends with its keeper; the record is for one that hangs.
      onBug(`record of processes for a ${launch.what}`, error);
    }
  }

  /** Resolves once it is gone. @throws when it is not. */
  async function end(child: ChildProcess): Promise<void> {
    const gone = running.get(child);
    child.kill('SIGKILL');
    const over = new AbortController();
    await Promise.race([gone, delay(LONGEST_END_MILLISECONDS, null, { ref: false, signal: over.signal })]);
    over.abort();
    if (running.has(child)) throw new Error('a process that opened an application was killed, and stays');
    const { pid } = child;
    if (pid !== undefined && isStillLiving({ pid, posixSession: pid }))
      throw new Error('a process that opened an application has left one behind in its session');
  }

  return {
    async run(order, stopped) {
      if (stopped.aborted) return null;
      const child = startProcess(launch);
      // After its exit, when all that it said was read.
      const silent = new Promise<null>((resolve) => void child.once('close', () => resolve(null)));
      const gone = new Promise<void>((resolve) => {
        const ended = (): void => {
          if (running.delete(child)) record();
          resolve();
        };
        // Whoever else has one of its pipes keeps `close` away. One that never began has no exit.
        child.once('exit', ended);
        child.once('close', ended);
      });
      running.set(child, gone);
      record();
      const over = new AbortController();
      const report = await Promise.race([
        reportOf(child, order, launch.report).catch((error: unknown) => {
          onBug(launch.what, error);
          return null;
        }),
        silent,
        delay(LONGEST_MILLISECONDS, null, { ref: false, signal: over.signal }),
        untilStopped(stopped, over.signal),
      ]);
      over.abort();
      await end(child);
      return report;
    },
    async endAll() {
      const ended = await Promise.allSettled([...running.keys()].map(end));
      return ended.every(({ status }) => status === 'fulfilled');
    },
  };
}

function startProcess({
  node,
  programPath,
}: Pick<RecordLaunch<unknown>, 'node' | 'programPath'>): ChildProcess {
  // A POSIX session of its own, by which the next keeper could end it. The channel carries nothing: it closes when this
  // keeper dies, and the process ends with it.
  const child = spawn(node, [programPath], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    env: {},
  });
  // Before anything may throw: an error that nobody listens for would end the keeper.
  child.once('error', () => child.stdout?.destroy());
  return child;
}

/** Sends the order and waits for the report. @throws on what is no report. */
function reportOf<Report>(child: ChildProcess, order: unknown, report: z.ZodType<Report>): Promise<Report> {
  const { stdin, stdout } = child;
  // Without file descriptors left there are none, whatever their type says.
  if (!stdin || !stdout) return Promise.reject(new Error('a process without pipes'));
  return new Promise((resolve, reject) => {
    const reader = new FrameReader();
    stdout.on('data', (chunk: Buffer) => {
      try {
        const [message] = reader.push(chunk);
        if (message !== undefined) resolve(report.parse(message));
      } catch (error) {
        reject(error);
      }
    });
    // One that is gone before it read its order shows in its end.
    stdin.on('error', () => stdin.destroy());
    const frame = encodeFrame(order);
    stdin.write(frame, () => frame.fill(0));
  });
}

/** `over`: nobody waits for it any more. */
function untilStopped(stopped: AbortSignal, over: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    stopped.addEventListener('abort', () => resolve(null), { once: true, signal: over });
  });
}
