import { expect, it } from 'vitest';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { testClock } from '../clock.test-support.ts';
import { lastWritten } from './last-written.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const clock = testClock({ now: NOON });
const ledgerOf = (...entries: readonly (LedgerEntry | null)[]) => ({
  head: () => (entries.length === 0 ? undefined : { sequence: entries.length, hash: '' }),
  entryAt: (sequence: number) => entries[sequence - 1] ?? null,
});
const moved: LedgerEntry = { kind: 'clock-moved', utc: NOON * 2, direction: 'forward', minutes: 90 };
const signedIn: LedgerEntry = { kind: 'locked-out', utc: NOON, member: '0'.repeat(32), role: 'nobody' };
const issued: LedgerEntry = {
  kind: 'issued',
  day: { year: 2026, month: 11, day: 24 },
  printer: 'virtual',
  attempts: 1,
};

it('an entry of staff proves its moment, one of an applicant the beginning of its day', () => {
  expect(lastWritten(ledgerOf(signedIn), clock)).toBe(NOON);
  expect(lastWritten(ledgerOf(signedIn, issued), clock)).toBe(NOON - 12 * 60 * 60_000);
});

it('an entry about a moved clock proves nothing: it is dated by that clock', () => {
  expect(lastWritten(ledgerOf(signedIn, moved, moved), clock)).toBe(NOON);
  expect(lastWritten(ledgerOf(moved), clock)).toBeNull();
});

it('an empty ledger and one that cannot be read prove nothing', () => {
  expect(lastWritten(ledgerOf(), clock)).toBeNull();
  expect(lastWritten(ledgerOf(signedIn, null), clock)).toBeNull();
});
