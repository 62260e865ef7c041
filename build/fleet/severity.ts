import type { Verdict } from '../../shared/doctor/finding.ts';
import type { HealthRecord } from '../../shared/health/health-record.ts';
import type { HeadFault } from './head-faults.ts';
import { daysBefore, isAhead } from './record-age.ts';

/** How bad a counter is: 0 nothing, 1 something to look at, from 2 on red. */
export type Severity = 0 | 1 | 2 | 3 | 4 | 5;

/** A kiosk looks at its computer once a day: what is older by then is of a kiosk that can't. */
const MOST_DAYS_BETWEEN = 2;

/** `isOld`: the record is of another time than the table. */
export function severityOf(record: HealthRecord, fault: HeadFault | null, isOld: boolean): Severity {
  const { doctor, blanks } = record;
  if (fault !== null) return 5;
  if (doctor.kind === 'could-not') return 4;
  // 2 is the exit code of a doctor that found something wrong; from 3 on it knows too little.
  if (doctor.kind === 'ran' && (doctor.exitCode >= 2 || idsOf(record, 'fail').length > 0)) return 4;
  if (doctor.kind === 'not-run' || isStale(record)) return 3;
  if (isOld) return 2;
  const isOff = (blanks?.closed?.difference ?? 'none') !== 'none';
  return isOff || doctor.exitCode > 0 ? 1 : 0;
}

/** The checks of a doctor that ran with this verdict. */
export function idsOf({ doctor }: HealthRecord, wanted: Verdict): readonly string[] {
  if (doctor.kind !== 'ran') return [];
  return doctor.checks.flatMap(([id, verdict]) => (verdict === wanted ? [id] : []));
}

/** What the last look had found may have changed long ago, when the record was written. */
export function isStale(record: HealthRecord): boolean {
  return daysOfDoctor(record) > MOST_DAYS_BETWEEN;
}

/** How old the last look at the computer was as the record was written. */
export function daysOfDoctor({ doctor, utc }: HealthRecord): number {
  return doctor.kind === 'ran' ? daysBefore(Date.parse(utc), doctor.utc) : 0;
}

/** `age`: of a record, in days. `days`: how old it may be. */
export function isOfAnotherTime(age: number, days: number): boolean {
  return age > days || isAhead(age);
}
