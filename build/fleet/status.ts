import { counted } from '../../shared/programme/in-words/rules.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { visible } from '../../shared/start/visible.ts';
import { type Outcome, refused } from '../outcome.ts';
import { type CounterRow, MOST_CSV_BYTES, readCounterRows } from './counter-rows.ts';
import { judgeRecords } from './head-faults.ts';
import { type FoundRecord, readRecords } from './read-records.ts';
import { readText } from './read-text.ts';
import { rowOf, statusTable } from './status-table.ts';

/** What the table is made of, by the paths that were typed. */
export interface StatusOptions {
  /** Where the records of all counters were put together. */
  readonly folder: string;
  /** The table of all counters, to see which have no record; null: none is asked for. */
  readonly csv: string | null;
  /** How many days old a record may be. */
  readonly days: number;
}

/**
 * How all counters are, by the health records that they have written: a table, the worst first. 1: something is red, damaged, missing
 * or too old. `now`: epoch milliseconds.
 */
export function fleetStatus({ folder, csv, days }: StatusOptions, now: number): Outcome {
  const listed: Result<readonly CounterRow[], string> = csv === null ? ok([]) : countersIn(csv);
  if (!listed.ok) return refused(listed.error);
  const found = readRecords(folder);
  if (!found.ok) return refused(found.error);
  const { records, unusable } = found.value;
  if (records.length === 0 && unusable.length === 0)
    return refused(`There is no health record below ${folder}.`);
  const { counters, duplicates } = judgeRecords(records, now);
  const rows = counters.map((counter) => rowOf(counter, now, days));
  const missing = listed.value.filter((counter) => !hasRecord(counter, records));
  const red = rows.filter(({ severity }) => severity > 1).length;
  const lines = [
    ...unusable.map(({ path, why }) => `${visible(path)}: ${why}.`),
    ...duplicates.map(({ path, of }) => `${visible(path)}: the same record as ${visible(of)}.`),
    ...missing.map(({ kiosk, host }) => `No record of ${visible(kiosk)} (${host}).`),
    `${counted(counters.length, 'counter')}, ${red} of them red.`,
  ];
  const isGood = red === 0 && unusable.length === 0 && missing.length === 0;
  const table = rows.length === 0 ? [] : [statusTable(rows), ''];
  return { code: isGood ? 0 : 1, say: [...table, ...lines].join('\n') };
}

/** By what the kiosk is called, or by a folder with the name of its computer. */
function hasRecord({ kiosk, host }: CounterRow, records: readonly FoundRecord[]): boolean {
  return records.some(
    ({ path, record }) => record.kiosk.name === kiosk || path.split('/').slice(0, -1).includes(host),
  );
}

function countersIn(path: string): Result<readonly CounterRow[], string> {
  const text = readText(path, MOST_CSV_BYTES);
  if (!text.ok) return text;
  const rows = readCounterRows(text.value);
  if (rows.ok) return rows;
  return err(rows.error.map(({ line, column, what }) => `${path}:${line}:${column}: ${what}.`).join('\n'));
}
