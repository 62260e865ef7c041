import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { problemWords } from '../../shared/start/problem-words.ts';
import { problemNumber } from '../../shared/start/start-problem.ts';
import { type AskedSettings, settingsPlace } from './load-settings.ts';

/**
 * Runs `counterfoil provision` beside the settings that the kiosk would start with, and waits for it. Answers its exit code. A
 * program of its own: the launcher lives all day, and has no use for what checks policies and passphrases.
 *
 * @param programs The folder of the programs. @param words What stands behind the word itself.
 */
export function runProvision(
  programs: string,
  words: readonly string[],
  asked: AskedSettings,
  say: (line: string) => void,
): number {
  const place = settingsPlace(asked);
  if (!place.ok) {
    const { happened, todo, details } = problemWords(place.error);
    say(`${happened} ${todo} (${details})`);
    return problemNumber(place.error);
  }
  const use = asked.evaluation ? 'evaluation' : 'release';
  const { status } = spawnSync(
    process.execPath,
    [join(programs, 'provision.mjs'), place.value, use, ...words],
    { stdio: 'inherit' },
  );
  return status ?? ENDED_BY_A_SIGNAL;
}

/** As a program that broke off: what it began, the next run settles. */
const ENDED_BY_A_SIGNAL = 1;
