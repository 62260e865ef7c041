import type { StatementPaper } from '../contract/paper.ts';

/** A part of the paper. */
export type StatementSection = StatementPaper['sections'][number];
type StatementRow = StatementSection['rows'][number];

/** One line of a table. */
export function row(label: string, value: string): StatementRow {
  return { label, value };
}

/** A number with its noun. */
export function figure(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A moment as a court reads it: in UTC, to the second. */
export function momentInWords(utc: number): string {
  const text = new Date(utc).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
