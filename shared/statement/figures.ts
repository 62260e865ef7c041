import type { StatementPaper } from '../contract/paper.ts';

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

/** A moment as a court reads it: in UTC, to the second. */
export function momentInWords(utc: number): string {
  const text = new Date(utc).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
