import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import { decodeEntry, encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { inDetail, isAboutApplicant, type LedgerDetail } from '../../../shared/ledger/ledger-detail.ts';
import type { Database } from '../database/open-database.ts';
import type { Ledger, LedgerView } from '../ledger/ledger.ts';
import { createRestingEntries } from './resting-entries.ts';

/**
 * Ledger entries on their way from the vault to the ledger. Vault and ledger are two files, so no transaction
 * covers both: what staff do, what is forgotten and how a wipe ended is written into the vault together with the
 * entries that come of it, and they are carried over at once, or as soon as the ledger takes them, exactly once and in order.
 *
 * Nothing else writes to the ledger. So the sequence of an entry is known, and written down with it, before it is
 * appended; and the ledger's head tells at any later moment, also after a crash, whether it is there.
 *
 * Entries about applicants rest first (`resting-entries.ts`). They become pending together, in an order that was drawn, and from
 * then on are carried over as all others are.
 */
export interface PendingEntries {
  /** Adds entries: to be called inside the transaction of the act. */
  enqueue(entries: readonly LedgerEntry[]): void;
  /** Makes those pending that may go by now; `isOver`: whether an entry's period is. */
  ripen(isOver: (entry: LedgerEntry) => boolean): void;
  /** Those about applicants that wait for others. */
  resting(): readonly LedgerEntry[];
  /**
   * Carries over all that is pending, as one transaction of the ledger.
   * @throws the ledger's error when its disk does not take it; then all is still pending.
   */
  deliver(): void;
  /** Whether there is such an entry of this kind, in the ledger, still pending, or resting. */
  has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean;
  /** How many entries are still pending. */
  count(): number;
}

const pendingRows = z.array(
  z.object({ number: z.number().int(), entry: bytes, ledger_from: z.number().int().nullable() }),
);

/** How many entries wait in a vault for its ledger, for whoever has no ledger yet. */
export function pendingCount(database: Database): number {
  return z.number().parse(database.prepare('SELECT count(*) FROM owed').pluck().get());
}

type PendingRows = z.infer<typeof pendingRows>;

function rowsIn(database: Database): PendingRows {
  return pendingRows.parse(database.prepare('SELECT * FROM owed ORDER BY number').all());
}

/** Rows whose entries are not in the ledger. The others were written, and only their rows could not go. */
function notIn(ledger: LedgerView, rows: PendingRows): PendingRows {
  const head = ledger.head()?.sequence ?? 0;
  return rows.filter(({ ledger_from }) => ledger_from === null || ledger_from > head);
}

function entriesIn(rows: PendingRows): readonly LedgerEntry[] {
  return rows.map(({ entry }) => {
    const decoded = decodeEntry(entry);
    if (!decoded.ok) throw new Error('a pending entry cannot be read');
    return decoded.value;
  });
}

/** What adding an entry needs of the kiosk. */
export interface PendingPort {
  readonly database: Database;
  readonly ledger: LedgerView;
  readonly kiosk: { isPracticing(): boolean };
  /** What the policy in force has the ledger tell. */
  detail(): LedgerDetail;
}

/**
 * Adds entries: to be called inside the transaction of the act. Every entry of a kiosk comes this way; so here is where
 * practice counts nobody (while it is on, entries about applicants are dropped, and acts of staff are not), and where those
 * about applicants are told in no more detail than the policy has.
 */
export function enqueueEntries(port: PendingPort, given: readonly LedgerEntry[]): void {
  const machines = given.filter((entry) => !isAboutApplicant(entry));
  owe(port, machines.map(encodeEntry));
  if (port.kiosk.isPracticing()) return;
  const applicants = given.filter(isAboutApplicant).flatMap((entry) => inDetail(entry, port.detail()));
  createRestingEntries(port.database).add(applicants);
}

function owe({ database, ledger }: PendingPort, entries: readonly Uint8Array[]): void {
  if (entries.length === 0) return;
  const head = ledger.head();
  const first = head === undefined ? null : head.sequence + notIn(ledger, rowsIn(database)).length + 1;
  const statement = database.prepare('INSERT INTO owed (entry, ledger_from) VALUES (?, ?)');
  for (const [index, entry] of entries.entries()) {
    statement.run(entry, first === null ? null : first + index);
  }
}

/**
 * The pending entries, kept in the vault's file. `opening`: the ledger's first entry, for the moment in which there is
 * none; null as long as the kiosk is not set up.
 */
export function createPendingEntries(
  port: PendingPort & { readonly ledger: Ledger },
  opening: () => LedgerEntry | null,
): PendingEntries {
  const { database, ledger } = port;
  const resting = createRestingEntries(database);
  const all = () => rowsIn(database);
  const head = (): number => ledger.head()?.sequence ?? 0;
  const unwritten = () => notIn(ledger, all());

  function openLedger(): void {
    const first = ledger.head() === undefined ? opening() : null;
    if (first !== null) ledger.append(first);
  }

  function carryOver(): void {
    const rows = unwritten();
    if (rows.length === 0) return;
    const entries = entriesIn(rows);
    mark(rows, head() + 1);
    ledger.appendAll(entries);
  }

  /** Pending before the ledger was opened, an entry did not know its sequence. */
  function mark(rows: PendingRows, first: number): void {
    if (rows.every(({ ledger_from }, index) => ledger_from === first + index)) return;
    database.transaction(() => {
      const statement = database.prepare('UPDATE owed SET ledger_from = ? WHERE number = ?');
      for (const [index, { number }] of rows.entries()) statement.run(first + index, number);
    })();
  }

  return {
    enqueue: (entries) => enqueueEntries(port, entries),
    ripen(isOver) {
      database.transaction(() => owe(port, resting.takeRipe(isOver)))();
    },
    resting: resting.all,
    deliver() {
      openLedger();
      carryOver();
      if (all().length > 0) database.prepare('DELETE FROM owed').run();
    },
    has: (kind, is) =>
      ledger.ofKind(kind).some(is) ||
      [...entriesIn(unwritten()), ...resting.all()].some((entry) => entry.kind === kind && is(entry)),
    count: () => all().length,
  };
}
