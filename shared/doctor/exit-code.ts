import type { Verdict } from './finding.ts';

/**
 * What the command ends with: 0 nothing is wrong, 1 there are warnings, 2 something failed, 4 nothing failed, but what stops
 * go-live is not known. 3 is for a doctor that didn't run.
 */
export function exitCodeOf(
  answers: readonly { readonly verdict: Verdict; readonly stopsGoLive: boolean }[],
): 0 | 1 | 2 | 4 {
  const has = (verdict: Verdict): boolean => answers.some((answer) => answer.verdict === verdict);
  if (has('fail')) return 2;
  if (answers.some(({ stopsGoLive }) => stopsGoLive)) return 4;
  return has('warn') ? 1 : 0;
}

/** The exit code of a doctor that could not run, or was asked something that it doesn't know. */
export const DID_NOT_RUN = 3;

/**
 * The doctor's process ends with its exit code and this: Node itself ends with 1 where a program breaks off, which would pass
 * for warnings.
 */
const PROCESS_BASE = 60;

/** What the doctor's process ends with. */
export function processCode(exitCode: number): number {
  return PROCESS_BASE + exitCode;
}

/** What a doctor that ran may end with. */
const ANSWERED: readonly number[] = [0, 1, 2, 4];

/** The exit code that a process ended with; null: a signal ended it. Whatever is none of the doctor's did not run. */
export function exitCodeOfProcess(status: number | null): number {
  const code = (status ?? 0) - PROCESS_BASE;
  return ANSWERED.includes(code) ? code : DID_NOT_RUN;
}
