import { type Finding, notRun, pass } from '../finding.ts';

/**
 * Programs that run, by their names in /proc/PID/comm. `isWhole`: those of other accounts are among them. Where /proc is mounted
 * with `hidepid`, or not at all, somebody else's program may run and nobody here sees it.
 */
export interface RunningPrograms {
  readonly names: readonly string[];
  readonly isWhole: boolean;
}

/** That none of some programs was found, which says something only where all programs can be seen. */
export function judgeAbsence({ isWhole }: RunningPrograms, found: string): Finding {
  return isWhole ? pass(found) : notRun('Programs of other accounts can’t be seen here.');
}
