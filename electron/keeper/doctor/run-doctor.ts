import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import {
  type Configuration,
  environmentOfKeeper,
  type MachineEnvironment,
} from '../../../shared/contract/configuration.ts';
import { type ExaminedReport, examinedReport } from '../../../shared/contract/doctor/doctor-acts.ts';
import { DID_NOT_RUN, exitCodeOfProcess } from '../../../shared/doctor/report.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/** What a doctor is started with: the settings that this keeper runs by, and the display that its sessions draw on. */
export interface DoctorLaunch {
  readonly configuration: Configuration;
  readonly environment: MachineEnvironment;
}

/**
 * Why there is no report.
 *
 * - `not-started`: the system starts no process.
 * - `no-report`: it broke off, said something else, or more than a report has.
 * - `too-long`: it was ended.
 * - `stopped`: the kiosk is closing.
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
 * @param closing Ends it. @param longest Milliseconds after which it is ended.
 */
export function runDoctor(
  { configuration, environment }: DoctorLaunch,
  closing: AbortSignal,
  longest = LONGEST_MILLISECONDS,
): Promise<DoctorRun> {
  if (closing.aborted) return Promise.resolve(without('stopped'));
  const { PATH, DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR } = environment;
  const child = spawn(configuration.node, [configuration.doctorPath, '--json'], {
    // A process group of its own: the programs of the system that it runs end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, DISPLAY, XAUTHORITY, XDG_RUNTIME_DIR, ...environmentOfKeeper(configuration) },
  });
  // Before anything may throw: an error that nobody listens for would end the keeper.
  const notStarted = new Promise<DoctorRun>((resolve) => {
    child.once('error', () => resolve(without('not-started')));
  });
  const { pid, stdout } = child;
  // Without file descriptors left there is none, whatever its type says.
  if (pid === undefined || !stdout) return notStarted;
  return new Promise((resolve) => {
    const tooLong = AbortSignal.timeout(longest);
    const over = AbortSignal.any([closing, tooLong]);
    const finish = (run: DoctorRun): void => {
      over.removeEventListener('abort', interrupt);
      resolve(run);
    };
    const interrupt = (): void => {
      endGroup(pid);
      finish(without(closing.aborted ? 'stopped' : 'too-long'));
    };
    over.addEventListener('abort', interrupt, { once: true });
    void notStarted.then(finish);
    const text = textOf(stdout, () => {
      endGroup(pid);
      finish(without('no-report'));
    });
    // Not `exit`: what it said may still be on its way.
    child.once('close', (code) => finish(runOf(code, text())));
  });
}

/** What a stream has said by the time that it is asked, if that is not too much for a report. */
function textOf(stream: Readable, tooMuch: () => void): () => string {
  const pieces: Buffer[] = [];
  let length = 0;
  stream.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length > MOST_BYTES) tooMuch();
    else pieces.push(piece);
  });
  return () => Buffer.concat(pieces).toString('utf8');
}

function without(why: WhyNoReport): DoctorRun {
  return { kind: 'did-not-run', why };
}

/** A report counts only where the process says by its end what stands in it. */
function runOf(code: number | null, text: string): DoctorRun {
  const exitCode = exitCodeOfProcess(code);
  const report = exitCode === DID_NOT_RUN ? null : readReport(text);
  return report?.exitCode === exitCode ? { kind: 'ran', report } : without('no-report');
}

function readReport(text: string): ExaminedReport | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const report = examinedReport.safeParse(found);
  return report.success ? report.data : null;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself meanwhile.
    if (!isFileSystemError(error) || error.code !== 'ESRCH') throw error;
  }
}
