import type { HealthRecord } from '../../shared/health/health-record.ts';
import { unreachable } from '../../shared/result.ts';
import { visible } from '../../shared/start/visible.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Counter, HeadFault } from './head-faults.ts';
import { daysBefore } from './record-age.ts';
import { daysOfDoctor, idsOf, isOfAnotherTime, isStale, type Severity, severityOf } from './severity.ts';

/** A counter as a row says it. */
export interface StatusRow {
  readonly cells: readonly string[];
  readonly severity: Severity;
}

const HEADING = ['kiosk', 'version', 'policy', 'doctor', 'blanks', 'ribbon', 'head', 'age'];

const FAULTS: Readonly<Record<HeadFault, string>> = {
  'other-key': 'SIGNED BY AN OLD KEY',
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
    severity: severityOf(record, fault, isOfAnotherTime(age, days)),
  };
}

/** The table of all counters, the worst first, then by their names. */
export function statusTable(rows: readonly StatusRow[]): string {
  const sorted = rows.toSorted(
    (one, other) => other.severity - one.severity || (one.cells[0] ?? '').localeCompare(other.cells[0] ?? ''),
  );
  return markdownTable([HEADING, ...sorted.map(({ cells }) => cells)]);
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
