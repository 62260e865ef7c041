import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Configuration, environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { DID_NOT_RUN, exitCodeOfProcess } from '../../shared/doctor/report.ts';
import type { Result } from '../../shared/result.ts';
import { problemWords } from '../../shared/start/problem-words.ts';
import { problemCode, type StartProblem } from '../../shared/start/start-problem.ts';

/** The word behind the command that asks for the doctor. */
export const DOCTOR_WORD = 'doctor';

/**
 * Runs the doctor by the settings that the kiosk would start with, and waits for it. Answers its exit code, or the one of a
 * doctor that did not run: settings that start no kiosk name nothing that could be looked at.
 *
 * @param programs The folder of the programs. @param words What stands behind the word itself.
 */
export function runDoctor(
  programs: string,
  words: readonly string[],
  composed: Result<Configuration, StartProblem>,
  say: (line: string) => void,
): number {
  if (!composed.ok) {
    const { title, happened, todo } = problemWords(composed.error);
    say(`counterfoil doctor did not run (${problemCode(composed.error)}): ${title}. ${happened} ${todo}`);
    return DID_NOT_RUN;
  }
  const { status } = spawnSync(process.execPath, [join(programs, 'doctor.mjs'), ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...environmentOfKeeper(composed.value) },
  });
  return exitCodeOfProcess(status);
}
