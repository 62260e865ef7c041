import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeDemo } from '../../build/ledger/demo.ts';
import { openDatabaseToRead } from '../../electron/keeper/database/open-to-read.ts';
import { openLedgerToRead, prepareLedger } from '../../electron/keeper/ledger/ledger.ts';
import { ledgerRowsOf } from '../../electron/keeper/ledger/ledger-rows.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { foldLedger } from '../../electron/keeper/misfit/found-at-start.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import { type HashedEntry, timeChain, timeOneHash } from './ledger-baseline.ts';
import type { Comparison } from './statistics.ts';

const ENTRIES = 1_000_000;
const GOAL = 1.5;
const WARM_UP = 1;

/** What was measured of the ledger: rows for the table, and bytes on disk for each enrollment (goal: at most 200). */
export interface LedgerFigures {
  readonly comparisons: readonly Comparison[];
  readonly bytesPerEnrollment: number;
  /** Of the start's check of the tail. Milliseconds. */
  readonly tail: readonly number[];
  /** Of what a start does to compare vault and slots with a ledger of 1,000,000 entries. Milliseconds. */
  readonly folds: readonly number[];
  /** Of each call that reads for the screen, looking for the one oldest entry behind all others. Milliseconds. */
  readonly reads: readonly number[];
}

/** The entries of a ledger as they are hashed. */
function entriesOf(path: string): readonly HashedEntry[] {
  const database = openDatabaseToRead({ path, schema: ledgerSchema });
  if (!database.ok) throw new Error(database.error.kind);
  const entries = Array.from(ledgerRowsOf(database.value).after(0), ({ bytes }) =>
    Buffer.from([bytes.length, ...bytes]),
  );
  database.value.close();
  return entries;
}

/** Milliseconds of a verification, from the closed file to the verdict. */
function timeVerify(path: string): { readonly whole: number; readonly tail: number } {
  const began = performance.now();
  const ledger = openLedgerToRead(path);
  if (!ledger.ok) throw new Error(ledger.error.kind);
  const verdict = ledger.value.verify();
  const whole = performance.now() - began;
  if (!verdict.ok || verdict.value.count !== ENTRIES) throw new Error('the demo ledger does not hold');
  const tailBegan = performance.now();
  ledger.value.verifyTail();
  const tail = performance.now() - tailBegan;
  ledger.value.close();
  return { whole, tail };
}

/** Milliseconds from the closed file to how the kiosk stands by it. */
function timeFold(path: string): number {
  const began = performance.now();
  const ledger = prepareLedger(path);
  if (!ledger.ok) throw new Error(ledger.error.kind);
  const facts = foldLedger(ledger.value.ahead, []);
  const took = performance.now() - began;
  ledger.value.abandon();
  if (!facts.ok || !facts.value.isWhole)
    throw new Error('the demo ledger was not followed from its beginning');
  return took;
}

/** The kiosk's own first entry is the only one of its kind. Milliseconds of each call until it is found. */
function timeReads(path: string): readonly number[] {
  const ledger = openLedgerToRead(path);
  if (!ledger.ok) throw new Error(ledger.error.kind);
  const calendar = calendarIn('America/New_York');
  const reads: number[] = [];
  let found = 0;
  let before: number | null = null;
  do {
    const began = performance.now();
    const page = ledger.value.read(calendar, { kind: 'opened', day: null }, before);
    reads.push(performance.now() - began);
    found += page.entries.length;
    before = page.before;
  } while (before !== null);
  ledger.value.close();
  if (found !== 1) throw new Error('the first entry was not found');
  return reads;
}

/** Bytes of the file for one enrollment (`handoff` and `erased`), over ten thousand of them. */
function measureSize(folder: string): number {
  const sizes = [100, 100 + 2 * 10_000].map((entries) => {
    const path = join(folder, `ledger-${entries}.db`);
    writeDemo(path, entries);
    return statSync(path).size;
  });
  const [before = 0, after = 0] = sizes;
  return (after - before) / 10_000;
}

/**
 * Verifies a demo ledger of 1,000,000 entries against bare SHA-256 over the same bytes: the same chain in two
 * ways of writing it, and one hash over everything.
 */
export function measureLedger(folder: string, rounds: number): LedgerFigures {
  const path = join(folder, 'ledger.db');
  rmSync(path, { force: true });
  writeDemo(path, ENTRIES);
  const entries = entriesOf(path);
  const ours: number[] = [];
  const tails: number[] = [];
  const folds: number[] = [];
  const asBuffers: number[] = [];
  const asStrings: number[] = [];
  const atOnce: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const { whole, tail } = timeVerify(path);
    const fold = timeFold(path);
    const buffer = timeChain(entries, 'buffer');
    const binary = timeChain(entries, 'binary');
    const once = timeOneHash(entries);
    if (round < 0) continue;
    ours.push(whole);
    tails.push(tail);
    folds.push(fold);
    asBuffers.push(buffer);
    asStrings.push(binary);
    atOnce.push(once);
  }
  const what = 'verify a ledger of 1,000,000 entries';
  const row = (baseline: string, theirs: readonly number[]): Comparison => ({
    what,
    baseline,
    goal: GOAL,
    ours,
    theirs,
  });
  return {
    comparisons: [
      row('the same chain of SHA-256, digests as buffers, nothing read', asBuffers),
      row('the same chain of SHA-256, digests as strings (the fastest there is), nothing read', asStrings),
      row('one SHA-256 over all the bytes, no chain', atOnce),
    ],
    bytesPerEnrollment: measureSize(folder),
    tail: tails,
    folds,
    reads: timeReads(path),
  };
}
