import { isDeepStrictEqual } from 'node:util';
import type { HealthRecord } from '../../shared/health/health-record.ts';
import type { FoundRecord } from './read-records.ts';
import { daysBefore, isAhead } from './record-age.ts';

/**
 * What is wrong with the heads of a counter's records.
 *
 * - `other-key`: a key that had given way signed a later head, or one that had not come yet an earlier one.
 * - `forked`: two entries have the same number, so there are two ledgers of one kiosk.
 * - `went-back`: a later record has a lower head: the kiosk went on from an older copy of its files. One from a time that has not
 *   come yet counts for nothing: its clock was ahead, and was set right since.
 * - `contradicted`: two records of one head say different things. Only the head is signed: somebody changed one.
 */
export type HeadFault = 'other-key' | 'forked' | 'went-back' | 'contradicted';

/** One counter by all of its records. */
export interface Counter {
  /** Of the highest head. */
  readonly record: HealthRecord;
  readonly fault: HeadFault | null;
}

/** Two files with one and the same record. */
export interface Duplicate {
  readonly path: string;
  readonly of: string;
}

/** Puts records together by their kiosks. `now`: epoch milliseconds. */
export function judgeRecords(
  found: readonly FoundRecord[],
  now: number,
): {
  readonly counters: readonly Counter[];
  readonly duplicates: readonly Duplicate[];
} {
  const byKiosk = grouped(found, ({ record }) => record.kiosk.identifier);
  const counters: Counter[] = [];
  const duplicates: Duplicate[] = [];
  for (const all of byKiosk) {
    const different: FoundRecord[] = [];
    for (const each of all) {
      const same = different.find(({ record }) => isDeepStrictEqual(record, each.record));
      if (same === undefined) different.push(each);
      else duplicates.push({ path: each.path, of: same.path });
    }
    const records = different.map(({ record }) => record).toSorted(newestFirst);
    const [record] = records;
    if (record !== undefined) counters.push({ record, fault: faultOf(record, records, now) });
  }
  return { counters, duplicates };
}

/** What has the same key, together, in the order in which it comes. */
function grouped<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string | number,
): readonly (readonly Each[])[] {
  const groups = new Map<string | number, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function newestFirst(one: HealthRecord, other: HealthRecord): number {
  return other.head.sequence - one.head.sequence || momentOf(other) - momentOf(one);
}

function momentOf({ utc }: HealthRecord): number {
  return Date.parse(utc);
}

/** A kiosk's key gives way to the next one, and is destroyed: so each signs heads that follow one another. */
function areKeysOutOfTurn(newestFirstRecords: readonly HealthRecord[]): boolean {
  const keys = newestFirstRecords.map(({ head }) => head.publicKey);
  const turns = keys.filter((key, index) => key !== keys[index - 1]);
  return new Set(turns).size < turns.length;
}

function faultOf(newest: HealthRecord, records: readonly HealthRecord[], now: number): HeadFault | null {
  if (areKeysOutOfTurn(records)) return 'other-key';
  const ofOneNumber = grouped(records, ({ head }) => head.sequence);
  const isSplit = (some: readonly HealthRecord[]): boolean =>
    new Set(some.map(({ head }) => head.hash)).size > 1;
  if (ofOneNumber.some(isSplit)) return 'forked';
  const believed = records.filter(({ utc }) => !isAhead(daysBefore(now, utc)));
  if (believed.some((each) => momentOf(each) > momentOf(newest))) return 'went-back';
  return ofOneNumber.some((some) => some.length > 1) ? 'contradicted' : null;
}
