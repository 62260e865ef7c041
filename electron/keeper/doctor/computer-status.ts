import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { ComputerStatus } from '../../../shared/contract/status.ts';
import { verdicts } from '../../../shared/doctor/finding.ts';

/** What every session is told of the computer: the worst verdict of the last look, and nothing of what was found. */
export function computerStatus(examination: Examination | null): ComputerStatus | null {
  if (examination === null) return null;
  if (examination.kind === 'did-not-run') return examination.kind;
  const { checks } = examination.report;
  // What stops a go-live is told as what failed, also where nobody could know it.
  if (checks.some(({ stopsGoLive }) => stopsGoLive)) return 'fail';
  return verdicts.findLast((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'did-not-run';
}
