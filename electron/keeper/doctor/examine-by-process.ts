import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import {
  type Configuration,
  environmentOfKeeper,
  type MachineEnvironment,
} from '../../../shared/contract/configuration.ts';
import type { ExaminedReport } from '../../../shared/contract/doctor/doctor-acts.ts';
import { AS_DOCUMENT, OF_KEEPER } from '../../../shared/contract/doctor/doctor-words.ts';
import {
  environmentOfKnowledge,
  type KioskKnowledge,
} from '../../../shared/contract/doctor/kiosk-knowledge.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { DID_NOT_RUN, exitCodeOfProcess } from '../../../shared/doctor/exit-code.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { readReport } from './read-report.ts';

/** What a doctor is started with: the settings that this keeper runs by, the display that its sessions draw on, and what it can’t read. */
export interface DoctorLaunch {
  readonly configuration: Configuration;
  readonly environment: MachineEnvironment;
  /** What this kiosk is for: a report of another use is none. */
  readonly use: KioskUse;
  readonly knows: KioskKnowledge;
}

/** One look at the computer, as it is asked for. */
export interface LookOrder {
  /** Ends it: nobody waits for it any more. */
  readonly stopped: AbortSignal;
  /** Nobody waits for it: whatever else runs on this computer goes first. */
  readonly inBackground: boolean;
}

/**
 * Why there is no report.
 *
 * - `not-started`: the system starts no process.
 * - `no-report`: it broke off, said something else, or more than a report has.
 * - `too-long`: it was ended.
 * - `stopped`: nobody waits for it any more.
 */
export type WhyNoReport = 'not-started' | 'no-report' | 'too-long' | 'stopped';

/** What came of a doctor's process. */
export type DoctorRun =
  | { readonly kind: 'ran'; readonly report: ExaminedReport }
  | { readonly kind: 'did-not-run'; readonly why: WhyNoReport };

/** On a slow disk the hashes of 400 MB take a minute; `dpkg` reads the same once more. */
const LONGEST_MILLISECONDS = 180_000;
/** A report has some twenty thousand characters. */
const MOST_BYTES = 1024 * 1024;

/**
 * Has this computer looked at by a process of its own, so that the keeper answers its watchdog meanwhile. Never rejects:
 * whatever is no whole report of this program's own doctor did not run.
 *
 * @param longest Milliseconds after which it is ended.
 */
export function examineByProcess(
  launch: DoctorLaunch,
  { stopped, inBackground }: LookOrder,
  longest = LONGEST_MILLISECONDS,
): Promise<DoctorRun> {
  if (stopped.aborted) return Promise.resolve(without('stopped'));
  const child = startDoctor(launch);
  // Before anything may throw: an error that nobody listens for would end the keeper.
  const notStarted = new Promise<DoctorRun>((resolve) => {
    child.on('error', () => resolve(without('not-started')));
  });
  const { pid, stdout } = child;
  // Without file descriptors left there is none, whatever its type says.
  if (pid === undefined || !stdout) return notStarted;
  // Before it makes threads, which have the priority of whoever makes them.
  if (inBackground) setPriority(pid, constants.priority.PRIORITY_LOW);
  return new Promise((resolve) => {
    const over = AbortSignal.any([stopped, AbortSignal.timeout(longest)]);
    const finish = (run: DoctorRun): void => {
      over.removeEventListener('abort', interrupt);
      resolve(run);
    };
    const end = (why: WhyNoReport): void => {
      endGroup(pid);
      finish(without(why));
    };
    const interrupt = (): void => end(stopped.aborted ? 'stopped' : 'too-long');
    over.addEventListener('abort', interrupt, { once: true });
    void notStarted.then(finish);
    const text = textOf(stdout, () => end('no-report'));
    // Not `exit`: what it said may still be on its way.
    child.once('close', (code) => finish(runOf(code, text(), launch.use)));
  });
}

function startDoctor({ configuration, environment, knows }: DoctorLaunch): ChildProcess {
  const { PATH, DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR } = environment;
  return spawn(configuration.node, [configuration.doctorPath, AS_DOCUMENT, OF_KEEPER], {
    // A process group of its own: the programs of the system that it runs end with it.
    detached: true,
    // The channel carries nothing: it closes when this keeper dies, and the process ends with it.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...{ PATH, DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR },
      ...environmentOfKeeper(configuration),
      ...environmentOfKnowledge(knows),
    },
  });
}

/** What a stream has said by the time that it is asked. `broken`: it has said more than a report has, or can't be read. */
function textOf(stream: Readable, broken: () => void): () => string {
  const pieces: Buffer[] = [];
  let length = 0;
  stream.on('error', broken);
  stream.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length <= MOST_BYTES) pieces.push(piece);
    else {
      // Ended before it is no longer heard: a process that nobody hears breaks off with a stack in the system's journal.
      broken();
      // Nothing more of it is heard: the process is ended once.
      stream.destroy();
    }
  });
  return () => Buffer.concat(pieces).toString('utf8');
}

function without(why: WhyNoReport): DoctorRun {
  return { kind: 'did-not-run', why };
}

/** A report counts only where the process says by its end what stands in it. */
function runOf(code: number | null, text: string, use: KioskUse): DoctorRun {
  const exitCode = exitCodeOfProcess(code);
  const report = exitCode === DID_NOT_RUN ? null : readReport(text, use);
  return report?.exitCode === exitCode ? { kind: 'ran', report } : without('no-report');
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself meanwhile; and of a group of which nobody is left but a zombie some systems say that it is another's.
    if (!isFileSystemError(error) || (error.code !== 'ESRCH' && error.code !== 'EPERM')) throw error;
  }
}
