import type { ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import { verdicts } from '../../shared/doctor/finding.ts';

/** What stops a go-live, then what failed, is warned of, is not known, and is in order; each in the doctor’s own order. */
export function worstFirst(checks: readonly ExaminedCheck[]): readonly ExaminedCheck[] {
  return checks.toSorted((one, other) => weight(other) - weight(one));
}

function weight({ verdict, stopsGoLive, isOverridable }: ExaminedCheck): number {
  if (stopsGoLive) return verdicts.length + (isOverridable ? 0 : 1);
  return verdicts.indexOf(verdict);
}
