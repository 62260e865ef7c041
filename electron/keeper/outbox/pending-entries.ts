import { z } from 'zod';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import { decodeEntry, encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { inDetail, isAboutApplicant, type LedgerDetail } from '../../../shared/ledger/ledger-detail.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { Database } from '../database/open-database.ts';
import type { Ledger, LedgerPosition, LedgerView } from '../ledger/ledger.ts';
import { NothingSigned } from '../signing/signing-key.ts';
import { createRestingEntries } from './resting-entries.ts';
import { pendingBytes } from './signed-acts.ts';

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
  /**
   * Makes those pending that may go by now; `isOver`: whether the period is in which an entry came. `went`: notes in the same
   * transaction that some did.
   */
  ripen(isOver: (came: CalendarDate) => boolean, went?: () => void): void;
  /** Those about applicants that wait for others. */
  resting(): readonly LedgerEntry[];
  /**
   * Carries over all that is pending, as one transaction of the ledger; then the key rolls, where that is due.
   * @throws the ledger's error when its disk does not take it, and while nothing is signed; then all is still pending.
   */
  deliver(): void;
  /** Whether there is such an entry of this kind, in the ledger, still pending, or resting. */
  has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean;
  /** Inside a transaction: what is pending goes to a ledger that is not opened yet, behind what stands of the one before. */
  countAnew(standing: readonly LedgerEntry[]): void;
  /** Before a roll that comes while some may be pending: the sequence that it takes is none of theirs. */
  leaveRoomForRoll(): void;
  /** How many entries are still pending. */
  count(): number;
  /** Whether the ledger can be signed. Never throws. */
  isOpen(): boolean;
}

const pendingRows = z.array(
  z.object({
    number: z.number().int(),
    entry: bytes,
    ledger_from: z.number().int().nullable(),
    signature: bytes.nullable(),
  }),
);

/** How many entries wait in a vault for its ledger, for whoever has no ledger yet. */
export function pendingCount(database: Database): number {
  return z.number().parse(database.prepare('SELECT count(*) FROM owed').pluck().get());
}

/** An entry that waits. */
export interface Pending {
  readonly number: number;
  readonly entry: LedgerEntry;
  /** The same as it is signed. */
  readonly bytes: Uint8Array;
  /** The kiosk's; null where its key was not in memory when the entry was written down. See `signed-acts.ts`. */
  readonly signature: Uint8Array | null;
  /** The place that it has or will have in the ledger; null where that is not opened yet. */
  readonly sequence: number | null;
}

/** What waits in a vault for its ledger, in order: also what that has by now, where only the rows could not go. */
export function pendingIn(database: Database): readonly Pending[] {
  const rows = rowsIn(database);
  const entries = entriesIn(rows);
  return rows.flatMap(({ number, entry: raw, ledger_from: sequence, signature }, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ number, entry, bytes: raw, signature, sequence }];
  });
}

/** Takes out entries that nobody at this kiosk wrote. Inside the caller's transaction. */
export function dropPending(database: Database, numbers: readonly number[]): void {
  const statement = database.prepare('DELETE FROM owed WHERE number = ?');
  for (const number of numbers) statement.run(number);
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
  readonly key: { sign(bytes: Uint8Array): Uint8Array | null };
  readonly clock: { today(): CalendarDate };
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
  createRestingEntries(port.database).add(applicants, port.clock.today());
}

/** Adds entries of acts of staff at a start, before there is a key. Inside the caller's transaction. */
export function oweUnsigned(
  port: Pick<PendingPort, 'database' | 'ledger'>,
  given: readonly LedgerEntry[],
): void {
  owe({ ...port, key: { sign: () => null } }, given.map(encodeEntry));
}

function owe(
  { database, ledger, key }: Pick<PendingPort, 'database' | 'ledger' | 'key'>,
  entries: readonly Uint8Array[],
): void {
  if (entries.length === 0) return;
  const head = ledger.head();
  const first = head === undefined ? null : head.sequence + notIn(ledger, rowsIn(database)).length + 1;
  const statement = database.prepare('INSERT INTO owed (entry, ledger_from, signature) VALUES (?, ?, ?)');
  for (const [index, entry] of entries.entries()) {
    statement.run(entry, first === null ? null : first + index, key.sign(pendingBytes(entry)));
  }
}

/** After these no earlier key may sign: whoever finds one on a disk later could write as of before. */
const ROLLING: readonly EntryKindName[] = [
  'hold-set',
  'staff-changed',
  'supervisor-confirmed',
  'recovery-codes-used',
  'checkpoint-taken',
];

/** The key that signs the ledger, as far as entries go. */
export interface EntryKey {
  prepare(): boolean;
  /** Signs where the key is in memory; null: it is not. Writes nothing. */
  sign(bytes: Uint8Array): Uint8Array | null;
  /** Nobody has signed in since the start, and nothing else keeps it from signing. */
  isLocked(): boolean;
  /** Whether another one is to take over: since the last roll somebody has signed in anew, or the day changed, or it was demanded. */
  isDue(): boolean;
  demandRoll(): void;
  rollIfDue(): void;
}

/** What carrying entries over needs besides. */
export interface DeliveryPort extends PendingPort {
  readonly ledger: Ledger;
  readonly kiosk: {
    isPracticing(): boolean;
    knownHead(): LedgerPosition | null;
    noteHead(head: LedgerPosition | null): void;
  };
  readonly key: EntryKey;
  /** `now`: epoch milliseconds. */
  readonly clock: { now(): number; today(): CalendarDate };
}

const stand = (rows: PendingRows, first: number): boolean =>
  rows.every(({ ledger_from }, index) => ledger_from === first + index);

/**
 * Pending before a roll, an entry did not know its sequence. Signed anew as well: whoever asks after a crash asks for the key in force, or
 * for the one before where that has just rolled.
 */
function mark(
  { database, key }: Pick<DeliveryPort, 'database' | 'key'>,
  rows: PendingRows,
  first: number,
): void {
  if (stand(rows, first)) return;
  database.transaction(() => {
    const statement = database.prepare('UPDATE owed SET ledger_from = ?, signature = ? WHERE number = ?');
    for (const [index, { number, entry }] of rows.entries())
      statement.run(first + index, key.sign(pendingBytes(entry)), number);
  })();
}

/**
 * Pending before the ledger was opened. Its signature stays: where the opening fails no ledger names the key that would sign anew, and the
 * next start asks the ledger of before who did.
 */
function markUnopened({ database }: Pick<DeliveryPort, 'database'>, rows: PendingRows, first: number): void {
  if (stand(rows, first)) return;
  database.transaction(() => {
    const statement = database.prepare('UPDATE owed SET ledger_from = ? WHERE number = ?');
    for (const [index, { number }] of rows.entries()) statement.run(first + index, number);
  })();
}

/**
 * Nothing is pending any more, and the vault knows how far the ledger goes: in one transaction, because a vault that knows of less than
 * the ledger has, and has none of it pending, is an older one.
 */
function letGoOfWritten({ database, ledger, kiosk }: DeliveryPort): void {
  const now = ledger.head();
  if (rowsIn(database).length === 0 && now?.hash === kiosk.knownHead()?.hash) return;
  database.transaction(() => {
    database.prepare('DELETE FROM owed').run();
    kiosk.noteHead(now ?? null);
  })();
}

/** What is pending goes to a ledger that is not opened yet, behind what stands of the one before. */
function startAnew(port: DeliveryPort, standing: readonly LedgerEntry[]): void {
  const { database, ledger } = port;
  const lastNumber = (): number => rowsIn(database).at(-1)?.number ?? 0;
  // What the ledger of before has is in no other: only its row could not go.
  database.prepare('DELETE FROM owed WHERE ledger_from <= ?').run(ledger.head()?.sequence ?? 0);
  const last = lastNumber();
  enqueueEntries(port, standing);
  // Behind them, with its signatures: it is what came since.
  database.prepare('UPDATE owed SET number = number + ? WHERE number <= ?').run(lastNumber(), last);
  database.prepare('UPDATE owed SET ledger_from = NULL').run();
}

/**
 * The pending entries, kept in the vault's file. `opening`: the ledger's first entry, for the moment in which there is
 * none; null as long as the kiosk is not set up.
 */
export function createPendingEntries(port: DeliveryPort, opening: () => LedgerEntry | null): PendingEntries {
  const { database, ledger, key, clock } = port;
  const resting = createRestingEntries(database);
  /** Some wait because nobody has signed in, and the ledger is told how many did. */
  let areHeldBack = false;
  const all = () => rowsIn(database);
  const head = (): number => ledger.head()?.sequence ?? 0;
  const unwritten = () => notIn(ledger, all());

  /**
   * What waited for a ledger to be opened is written with its opening, as one transaction: in an opened ledger a start believes of it only
   * what is signed, and it may have come before there was a key. After a power cut another key opens the ledger, and then nothing of it waits.
   */
  function openWithAll(): void {
    const rows = unwritten();
    const first = opening();
    if (first === null) throw new Error('nothing is entered before the kiosk is set up');
    markUnopened(port, rows, 2);
    // A key that has just opened the ledger is as new as the next one would be.
    ledger.appendAll([first, ...entriesIn(rows)]);
  }

  function carryOver(): void {
    const rows = unwritten();
    if (rows.length === 0) return;
    const entries = entriesIn(rows);
    mark(port, rows, head() + 1);
    ledger.appendAll(entries);
    if (entries.some(({ kind }) => ROLLING.includes(kind))) key.demandRoll();
  }

  /** Written down with those that waited: whoever reads the ledger knows that they are older than they look. */
  function tellWaiting(): void {
    if (!areHeldBack) return;
    areHeldBack = false;
    const count = entriesIn(unwritten()).filter(({ kind }) => kind !== 'waited').length;
    if (count === 0) return;
    const told = { kind: 'waited', utc: clock.now(), count: roundFigure(count) } as const;
    database.transaction(() => enqueueEntries(port, [told]))();
  }

  /**
   * Before what is pending, so that whoever enters something finds it at the head. Its sequence is left free first: a crash behind the
   * roll would else take the first of them for written.
   */
  function rollFirst(): void {
    if (!key.isDue()) return;
    leaveRoomForRoll();
    key.rollIfDue();
  }

  const leaveRoomForRoll = (): void => mark(port, unwritten(), head() + 2);

  function isOpen(): boolean {
    const isReady = key.prepare();
    // Not those of a set-up, which is not done before somebody can sign.
    if (!isReady && key.isLocked() && ledger.head() !== undefined && unwritten().length > 0)
      areHeldBack = true;
    return isReady;
  }

  return {
    enqueue: (entries) => enqueueEntries(port, entries),
    ripen(isOver, went) {
      // Before those that become pending now: they did not wait for a sign-in.
      if (isOpen()) tellWaiting();
      database.transaction(() => {
        const ripe = resting.takeRipe(isOver);
        owe(port, ripe);
        if (ripe.length > 0) went?.();
      })();
    },
    resting: resting.all,
    deliver() {
      if (!isOpen()) throw new NothingSigned();
      if (ledger.head() === undefined) openWithAll();
      else {
        tellWaiting();
        rollFirst();
        carryOver();
      }
      letGoOfWritten(port);
      // What was entered may demand another one. Nothing is pending now that knows its sequence.
      key.rollIfDue();
    },
    has: (kind, is) =>
      ledger.ofKind(kind).some(is) ||
      [...entriesIn(unwritten()), ...resting.all()].some((entry) => entry.kind === kind && is(entry)),
    countAnew: (standing) => startAnew(port, standing),
    leaveRoomForRoll,
    count: () => all().length,
    isOpen,
  };
}
