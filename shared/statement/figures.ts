import type { StatementPaper } from '../contract/paper.ts';
import { isTimeZone } from '../local-calendar.ts';
import { momentInWords as localMomentInWords } from '../moment-in-words.ts';

/** A part of the paper. */
export type StatementSection = StatementPaper['sections'][number];
type StatementRow = StatementSection['rows'][number];

/** One line of a table. */
export function row(label: string, value: string): StatementRow {
  return { label, value };
}

const FORMAT = new Intl.NumberFormat('en-US');

/** A count as it is read: "5,212,736". */
export function grouped(count: number): string {
  return FORMAT.format(count);
}

/** A count with its noun. */
export function figure(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * A moment to the second, by the clock at the counter, as whoever was there remembers it, and in UTC, as an exported ledger has
 * it: "November 28, 2026 at 12:30:05 PM (2026-11-28 18:30:05 UTC)". Where nobody here knows the zone, in UTC alone: a file may be
 * of any kiosk, and say anything.
 */
export function momentInWords(utc: number, timeZone: string): string {
  const text = new Date(utc).toISOString();
  const inUtc = `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
  return isTimeZone(timeZone) ? `${localMomentInWords(utc, 'en', timeZone)} (${inUtc})` : inUtc;
}
