import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Configuration, environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { DID_NOT_RUN, exitCodeOfProcess } from '../../shared/doctor/report.ts';
import type { Result } from '../../shared/result.ts';
import { problemWords } from '../../shared/start/problem-words.ts';
import { problemCode } from '../../shared/start/start-problem.ts';
import type { SettingsFailure } from './load-settings.ts';

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
  configuration: Result<Configuration, SettingsFailure>,
  say: (line: string) => void,
): number {
  if (!configuration.ok) {
    const { problem, lines } = configuration.error;
    const { title, happened, todo } = problemWords(problem);
    say(`counterfoil doctor did not run (${problemCode(problem)}): ${title}. ${happened} ${todo}`);
    for (const line of lines) say(line);
    return DID_NOT_RUN;
  }
  const { status } = spawnSync(process.execPath, [join(programs, 'doctor.mjs'), ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...environmentOfKeeper(configuration.value) },
  });
  return exitCodeOfProcess(status);
}
