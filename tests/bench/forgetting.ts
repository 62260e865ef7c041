import { measureEnrollments } from './enrollments.ts';
import { type LedgerFigures, measureLedger } from './ledger.ts';
import { measureScan } from './scan.ts';
import { measureStatement } from './statement.ts';
import { type Comparison, spreadOf, usualAndRare } from './statistics.ts';
import { measureWipes } from './wipe.ts';

const WIPES = 15;
const VERIFICATIONS = 3;
const SCANS = 11;
/** Bytes of the ledger for one enrollment that we want to stay at or below. */
const LEDGER_BYTES_GOAL = 200;
/** Of the fold of a ledger of 1,000,000 entries, with which each start compares vault and slots. Milliseconds. */
const LEDGER_FOLD_GOAL = 2_000;
/** Of one call that reads the ledger for the screen: the keeper does nothing else meanwhile. Milliseconds. */
const LEDGER_READ_GOAL = 50;

/** What the bench says of wipe, search and ledger: rows for its table, and lines for what are no times. */
export interface ForgettingFigures {
  readonly comparisons: readonly Comparison[];
  readonly lines: readonly string[];
}

/** Measures wipes, so many enrollments in a row, the search of files and the ledger. Needs no display. */
export async function measureForgetting(folder: string, enrollments: number): Promise<ForgettingFigures> {
  const wipes = await measureWipes(folder, WIPES);
  const scan = await measureScan(folder, SCANS);
  const statement = await measureStatement(folder, SCANS);
  const ledger = measureLedger(folder, VERIFICATIONS);
  const { comparison, bytes, ledgerBytesPerEnrollment } = await measureEnrollments(folder, enrollments);
  const count = enrollments.toLocaleString('en');
  const equal = bytes.afterFirst === bytes.afterLast;
  return {
    comparisons: [...wipes, comparison, scan, statement, ...ledger.comparisons],
    lines: [
      `Vault and key slots on the disk: ${bytesText(bytes.afterFirst)} after 1 enrollment, ${bytesText(bytes.afterLast)} after ${count}; goal: equal, ${equal ? 'met' : 'NOT MET'}. Records of one size.`,
      `Ledger for each enrollment: ${perEnrollment(ledgerBytesPerEnrollment)} over these ${count}.`,
      ...ledgerLines(ledger),
    ],
  };
}

function ledgerLines({ bytesPerEnrollment, tail, folds, reads }: LedgerFigures): readonly string[] {
  const fold = spreadOf(folds).median;
  const { median, p95 } = usualAndRare(reads);
  const all = reads.reduce((one, other) => one + other, 0) / 1_000;
  return [
    `Ledger for each enrollment: ${perEnrollment(bytesPerEnrollment)} in the demo ledger.`,
    `Check of the ledger's tail at a start: ${spreadOf(tail).median.toFixed(1)} ms.`,
    `A start follows and folds a ledger of 1,000,000 entries in ${fold.toFixed(0)} ms (goal: ≤ ${LEDGER_FOLD_GOAL}, ${fold <= LEDGER_FOLD_GOAL ? 'met' : 'NOT MET'}).`,
    `The oldest of 1,000,000 entries, looked for by its kind: ${reads.length} calls, ${all.toFixed(1)} s in all; a call ${median.toFixed(1)} ms usually, ${p95.toFixed(1)} ms at the 95th percentile (goal: ≤ ${LEDGER_READ_GOAL}, ${p95 <= LEDGER_READ_GOAL ? 'met' : 'NOT MET'}).`,
  ];
}

function bytesText(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}

function perEnrollment(bytes: number): string {
  return `${bytes.toFixed(0)} bytes (goal: ≤ ${LEDGER_BYTES_GOAL}, ${bytes <= LEDGER_BYTES_GOAL ? 'met' : 'NOT MET'})`;
}
