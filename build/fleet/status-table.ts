import type { Verdict } from '../../shared/doctor/finding.ts';
import type { HealthRecord } from '../../shared/health/health-record.ts';
import { unreachable } from '../../shared/result.ts';
import { visible } from '../../shared/start/visible.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Counter, HeadFault } from './judge-records.ts';
import { daysBefore, isAhead } from './record-age.ts';

/** A kiosk looks at its computer once a day: what is older by then is of a kiosk that can't. */
const MOST_DAYS_BETWEEN = 2;

/** A counter as a row says it, and how bad it is: 0 nothing, 1 something to look at, from 2 on red. */
export interface StatusRow {
  readonly cells: readonly string[];
  readonly rank: number;
}

const HEADING = ['kiosk', 'version', 'policy', 'doctor', 'blanks', 'ribbon', 'head', 'age'];

const FAULTS: Readonly<Record<HeadFault, string>> = {
  'other-key': 'SIGNED BY TWO KEYS',
  forked: 'FORKED',
  'went-back': 'WENT BACK',
  contradicted: 'CONTRADICTED',
};

/** The row of a counter. `now`: epoch milliseconds. `days`: how old a record may be. */
export function rowOf({ record, fault }: Counter, now: number, days: number): StatusRow {
  const { kiosk, use, version, policy, head } = record;
  const age = daysBefore(now, record.utc);
  return {
    cells: [
      `${shown(kiosk.name)} (${kiosk.identifier.slice(0, 8)})`,
      use === 'residents' ? version : `${version}, ${use}`,
      `${shown(policy.id)} ${policy.version} (${policy.hash.slice(0, 8)})`,
      doctorIn(record),
      blanksIn(record),
      ribbonIn(record),
      `${head.sequence} (${head.hash.slice(0, 8)})${fault === null ? '' : ` ${FAULTS[fault]}`}`,
      ageIn(age, days),
    ],
    rank: rankOf(record, fault, isOfAnotherTime(age, days)),
  };
}

/** The table of all counters, the worst first, then by their names. */
export function statusTable(rows: readonly StatusRow[]): string {
  const sorted = rows.toSorted(
    (one, other) => other.rank - one.rank || (one.cells[0] ?? '').localeCompare(other.cells[0] ?? ''),
  );
  return markdownTable([HEADING, ...sorted.map(({ cells }) => cells)]);
}

function rankOf(record: HealthRecord, fault: HeadFault | null, isOld: boolean): number {
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

function idsOf({ doctor }: HealthRecord, wanted: Verdict): readonly string[] {
  if (doctor.kind !== 'ran') return [];
  return doctor.checks.flatMap(([id, verdict]) => (verdict === wanted ? [id] : []));
}

/** What the last look had found may have changed long ago, when the record was written. */
function isStale(record: HealthRecord): boolean {
  return daysOfDoctor(record) > MOST_DAYS_BETWEEN;
}

function daysOfDoctor({ doctor, utc }: HealthRecord): number {
  return doctor.kind === 'ran' ? daysBefore(Date.parse(utc), doctor.utc) : 0;
}

function doctorIn(record: HealthRecord): string {
  switch (record.doctor.kind) {
    case 'not-run':
      return 'NOT RUN';
    case 'could-not':
      return 'COULD NOT RUN';
    case 'ran': {
      const found = foundIn(record);
      return isStale(record) ? `${found}; ${Math.floor(daysOfDoctor(record))} days OLD` : found;
    }
    default:
      return unreachable(record.doctor);
  }
}

function foundIn(record: HealthRecord): string {
  const told = [
    ['FAIL', idsOf(record, 'fail')],
    ['warn', idsOf(record, 'warn')],
    ['not run', idsOf(record, 'not-run')],
  ] as const;
  const words = told.flatMap(([word, ids]) => (ids.length === 0 ? [] : [`${word}: ${ids.join(', ')}`]));
  return words.length === 0 ? 'in order' : words.join('; ');
}

function blanksIn({ blanks }: HealthRecord): string {
  if (blanks === null) return '–';
  const { closed, expected, day } = blanks;
  if (closed === null) return `${expected} expected, ${day} open`;
  const off = closed.counted - expected;
  const difference = off === 0 ? '' : `, ${off > 0 ? '+' : '−'}${Math.abs(off)} ${closed.difference}`;
  return `${closed.counted}${difference}`;
}

function ribbonIn({ ribbon }: HealthRecord): string {
  const fitted = ribbon.fittedSince === null ? [] : [`since ${ribbon.fittedSince}`];
  const held = ribbon.held === 0 ? [] : [`${ribbon.held} kept`];
  return [...fitted, ...held].join(', ') || '–';
}

function isOfAnotherTime(age: number, days: number): boolean {
  return age > days || isAhead(age);
}

function ageIn(age: number, days: number): string {
  const whole = Math.floor(Math.abs(age));
  const words = whole === 1 ? '1 day' : `${whole} days`;
  if (!isOfAnotherTime(age, days)) return words;
  return age < 0 ? `${words} AHEAD` : `${words} OLD`;
}

/** What stands in a file may not write over the table, nor add cells to it. */
function shown(text: string): string {
  return visible(text).replaceAll('|', '¦');
}
