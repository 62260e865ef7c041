import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Configuration, environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { DID_NOT_RUN, exitCodeOfProcess, processCode } from '../../shared/doctor/exit-code.ts';
import { notRunDocument } from '../../shared/doctor/report.ts';
import type { Result } from '../../shared/result.ts';
import { problemWords } from '../../shared/start/problem-words.ts';
import { problemCode } from '../../shared/start/start-problem.ts';
import type { SettingsFailure } from './load-settings.ts';

/** The word behind the command that asks for the doctor. */
export const DOCTOR_WORD = 'doctor';

/** How the doctor is started. */
export interface DoctorStart {
  /** The folder of the programs. */
  readonly programs: string;
  /** What stands behind the word itself. */
  readonly words: readonly string[];
  /** What it is given of the launcher's environment. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Where the launcher says something itself. */
export interface DoctorVoice {
  /** A line for whoever reads along. */
  say(line: string): void;
  /** The document that was asked for. */
  print(text: string): void;
}

/**
 * Runs the doctor by the settings that the kiosk would start with, and waits for it. Answers its exit code, or the one of a
 * doctor that did not run: settings that start no kiosk name nothing that could be looked at. Whoever asked for a document is
 * given one in any case.
 */
export function runDoctor(
  { programs, words, environment }: DoctorStart,
  configuration: Result<Configuration, SettingsFailure>,
  { say, print }: DoctorVoice,
): number {
  if (!configuration.ok) return didNotRun(whyNone(configuration.error));
  const { status, signal } = spawnSync(process.execPath, [join(programs, 'doctor.mjs'), ...words], {
    stdio: 'inherit',
    env: { ...environment, ...environmentOfKeeper(configuration.value) },
  });
  const code = exitCodeOfProcess(status);
  // Where it says itself that it didn't run, it has said why.
  if (code !== DID_NOT_RUN || status === processCode(DID_NOT_RUN)) return code;
  return didNotRun([`counterfoil doctor did not run to its end (${signal ?? `exit code ${status}`}).`]);

  function didNotRun(lines: readonly string[]): number {
    for (const line of lines) say(line);
    if (words.includes('--json')) print(`${JSON.stringify(notRunDocument(lines.join(' ')), null, 2)}\n`);
    return DID_NOT_RUN;
  }
}

function whyNone({ problem, lines }: SettingsFailure): readonly string[] {
  const { title, happened, todo } = problemWords(problem);
  const code = problemCode(problem);
  return [`counterfoil doctor did not run (${code}): ${title}. ${happened} ${todo}`, ...lines];
}
