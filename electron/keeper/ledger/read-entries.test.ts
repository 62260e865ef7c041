import { describe, expect, it } from 'vitest';
import type { LedgerFilter } from '../../../shared/contract/ledger-pages.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { day, issuedEntries, kioskKey, opened, samplesFor, temporaryPath } from './ledger.test-support.ts';
import type { LedgerReader } from './ledger.ts';

const calendar = calendarIn('America/New_York');
const EVERYTHING: LedgerFilter = { kind: null, day: null };
const samples = samplesFor(kioskKey);

/** Everything that pages hand out until nothing older is there, and how many pages it took. */
function readAll(ledger: LedgerReader, filter: LedgerFilter) {
  const entries: { readonly sequence: number; readonly entry: LedgerEntry }[] = [];
  let before: number | null = null;
  let pages = 0;
  do {
    const page = ledger.read(calendar, filter, before);
    entries.push(...page.entries);
    before = page.before;
    pages += 1;
  } while (before !== null);
  return { entries, pages };
}

function ledgerWith(more: readonly LedgerEntry[] = []) {
  const ledger = opened(temporaryPath());
  ledger.appendAll(samples);
  if (more.length > 0) ledger.appendAll(more);
  return ledger;
}

describe('the ledger, read backwards', () => {
  it('hands out every entry once, the newest first, fifty at a time', () => {
    const ledger = ledgerWith(issuedEntries(120));
    const { entries, pages } = readAll(ledger, EVERYTHING);
    const all = samples.length + 120;
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: all }, (_none, index) => all - index),
    );
    expect(
      entries
        .toReversed()
        .slice(0, samples.length)
        .map(({ entry }) => entry),
    ).toEqual(samples);
    expect(pages).toBe(Math.ceil(all / 50));
  });

  it('is empty where nothing was written', () => {
    expect(opened(temporaryPath()).read(calendar, EVERYTHING, null)).toEqual({ entries: [], before: null });
  });

  it.each(samples.map(({ kind }) => kind))('finds the entries of the kind %s and no others', (kind) => {
    const { entries } = readAll(ledgerWith(), { kind, day: null });
    expect(entries.map(({ entry }) => entry)).toEqual(samples.filter((each) => each.kind === kind));
  });

  it('finds what is rare behind many others, in calls that pass by a part each', () => {
    const ledger = ledgerWith();
    for (let times = 0; times < 40; times += 1) ledger.appendAll(issuedEntries(1_000));
    const { entries, pages } = readAll(ledger, { kind: 'opened', day: null });
    expect(entries.map(({ sequence }) => sequence)).toEqual([1]);
    expect(pages).toBe(5);
  });

  it('finds a day by the clock on the wall, of applicants and of staff', () => {
    // 11 at night in New York is the next day in UTC.
    const late = Date.UTC(2026, 1, 15, 4);
    const moved = { kind: 'clock-moved', direction: 'back', minutes: 1 } as const;
    const before: LedgerEntry = { ...moved, utc: Date.UTC(2026, 1, 14, 4, 59, 59, 999) };
    const first: LedgerEntry = { ...moved, utc: Date.UTC(2026, 1, 14, 5) };
    const last: LedgerEntry = { ...moved, utc: Date.UTC(2026, 1, 15, 4, 59, 59, 999) };
    const after: LedgerEntry = { ...moved, utc: Date.UTC(2026, 1, 15, 5) };
    const night: LedgerEntry = { ...moved, utc: late };
    const other: LedgerEntry = { kind: 'issued', day: { ...day, day: 15 }, printer: 'ipp', attempts: 1 };
    const own: LedgerEntry = { kind: 'issued', day, printer: 'ipp', attempts: 2 };
    const ledger = ledgerWith([before, own, first, other, night, last, after]);
    const since = samples.length;
    const found = readAll(ledger, { kind: null, day }).entries.filter(({ sequence }) => sequence > since);
    expect(found.map(({ entry }) => entry)).toEqual([last, night, first, own]);
    expect(readAll(ledger, { kind: 'issued', day }).entries[0]?.entry).toEqual(own);
    expect(readAll(ledger, { kind: null, day: { year: 1999, month: 1, day: 1 } }).entries).toEqual([]);
  });
});
