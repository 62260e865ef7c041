import type { CalendarDate } from '../../../shared/calendar.ts';
import type { LedgerFilter, NumberedEntry } from '../../../shared/contract/ledger-pages.ts';
import type { Checkpoint } from '../../../shared/ledger/checkpoint.ts';
import {
  type CountedWord,
  decodeEntry,
  encodeBeginning,
  encodeBeginningWith,
  encodeKind,
  type KindOfDay,
} from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type DatabaseMeasure, measure } from '../database/measure.ts';
import {
  abandonDatabase,
  aheadIn,
  type Database,
  finishDatabase,
  type OpenFailure,
  prepareDatabase,
} from '../database/open-database.ts';
import { openDatabaseToRead } from '../database/open-to-read.ts';
import type { GuardedKey, SigningKey } from '../signing/signing-key.ts';
import { appendEntries, appendRoll, type KeyRoll } from './append-entries.ts';
import { checkpointRowsOf } from './checkpoint-rows.ts';
import { type CollectedEntries, collectEntries } from './collect-entries.ts';
import { type ExportFormat, exportLedger } from './export-ledger.ts';
import { type KeyFrom, type KeyOfLedger, keyAfter, keyInForce, keysOf } from './key-in-force.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { ALL_ROWS, INDEXED_BYTES, ledgerRowsOf } from './ledger-rows.ts';
import { ledgerSchema } from './ledger-schema.ts';
import { type EntriesPage, type EntryCalendar, readEntries } from './read-entries.ts';
import { markVault, readVaultMark, type VaultMark, type VaultNow } from './vault-mark/vault-mark.ts';
import { type LedgerPosition, type LedgerVerdict, positionOf } from './verdict.ts';
import { type KnownElsewhere, verifyLedger, verifyTail } from './verify-ledger.ts';

export type { BrokenLedger, LedgerPosition, LedgerVerdict } from './verdict.ts';
export type { KnownElsewhere } from './verify-ledger.ts';

/** How many entries one day has of handoffs, spoiled cards and erasures, by whatever version of the ledger they were written. */
export interface DayCounts {
  readonly issued: number;
  readonly spoiled: number;
  readonly wiped: number;
}

/** A ledger that is only read. */
export interface LedgerReader {
  /** The last entry; `undefined` in a ledger that was never opened, so a new one. */
  head(): LedgerPosition | undefined;
  /** One entry; null where there is none that can be read. Does not verify it. */
  entryAt(sequence: number): LedgerEntry | null;
  /** The key with which it is signed now; `undefined` in a ledger that was never opened. Verifies nothing. */
  key(): KeyOfLedger | undefined;
  /** Every key that signed it, in order, and from which entry on. Verifies nothing. */
  keys(): readonly KeyFrom[];
  /** The signed head as it leaves the kiosk; `undefined` in a ledger that was never opened. */
  checkpoint(): Checkpoint | undefined;
  /** The whole ledger against itself, and against what is known of it elsewhere. Blocks for 1 µs an entry. */
  verify(known?: KnownElsewhere): LedgerVerdict;
  /** What was written since the last kept checkpoint, and the signatures: some milliseconds. */
  verifyTail(): LedgerVerdict;
  /**
   * The entries up to the present head as text, some hundred kilobytes at a time. Does not verify them.
   * @throws on an entry that cannot be read: `verify` names it.
   */
  export(format: ExportFormat): Generator<string, void>;
  /** The entries after that one, in order. What cannot be read is left out: `verify` names it. */
  since(sequence: number): Generator<LedgerEntry, void>;
  /**
   * The entries of some kinds, in order, from a chain that is followed from its beginning meanwhile: no index is believed. Signatures are
   * left to the others. Blocks for 1 µs an entry.
   */
  collect(isWanted: (kind: EntryKindName) => boolean): CollectedEntries;
  /** Some entries, backwards. Does not verify them. See `readEntries`. */
  read(calendar: EntryCalendar, filter: LedgerFilter, before: number | null): EntriesPage;
  /** How large the file is, and how many rows each table has. */
  measure(): DatabaseMeasure;
  /** Gives the file free. */
  close(): void;
}

/** The running kiosk's ledger as everybody but the pending entries sees it: they alone write to it. */
export interface LedgerView extends LedgerReader {
  /** Counted in the index, without reading the entries: cheap enough for every status. */
  counts(day: CalendarDate): DayCounts;
  /** How many entries of a day say this. Looks at the entries of that kind and day: microseconds each. */
  countOf(counted: CountedWord, day: CalendarDate): number;
  /** The entries of a kind on a day with their numbers, so many at most. Does not verify them; what cannot be read is left out. */
  entriesOn(kind: KindOfDay, day: CalendarDate, most: number): readonly NumberedEntry[];
  /** The entries of a kind, in order. Looks at those alone. Does not verify them; what cannot be read is left out. */
  ofKind(kind: EntryKindName): readonly LedgerEntry[];
  /** Whether there is an entry of this kind. Looks into the index alone. */
  has(kind: EntryKindName): boolean;
  /** The hash of an entry in hex; null where there is none. Does not verify it. */
  hashAt(sequence: number): string | null;
  /** What it says of the vault beside it. */
  vaultMark(): VaultMark;
}

/** The counterfoil: append-only counts without persons, in a file of its own. */
export interface Ledger extends LedgerView {
  /**
   * Writes one entry; when it returns, the entry is on the disk and the new head is signed. The first entry is
   * `opened`, and no other is.
   * @throws on an entry outside the declaration (a bug), and SQLite's error when the disk does not take it;
   * nothing was written then, and the caller's step stays open.
   */
  append(entry: LedgerEntry): LedgerPosition;
  /** Writes several entries (one at least), all or none, under one signature. @throws as `append` does. */
  appendAll(entries: readonly LedgerEntry[]): void;
  /**
   * Writes the entry by which the next key takes over, signed by the one that signs now, and the head signed by the next.
   * When it returns, both are on the disk. @throws as `append` does.
   */
  roll(next: GuardedKey, roll: KeyRoll): void;
  /** Writes the mark of the vault anew, and no entry: see `vault-mark.ts`. @throws as `append` does. */
  markVault(): void;
}

/**
 * Opens the ledger's file, or creates an empty ledger. Verifies nothing: see `verifyTail` and `verify`.
 * @param signingKey the kiosk's private key, asked for once in each transaction: it is another one after each roll.
 * @param vaultNow what the vault beside it has, asked for with each write. Null: there is none.
 */
export function openLedger(
  path: string,
  signingKey: () => SigningKey,
  vaultNow: (() => VaultNow) | null = null,
): Result<Ledger, OpenFailure> {
  const prepared = prepareLedger(path);
  return prepared.ok ? prepared.value.finish(signingKey, vaultNow) : prepared;
}

/** A ledger whose file is open, and of an older version until it is finished. */
export interface PreparedLedger {
  /** What it will hold. */
  readonly ahead: LedgerView;
  /** As `openLedger`. */
  finish(signingKey: () => SigningKey, vaultNow: (() => VaultNow) | null): Result<Ledger, OpenFailure>;
  /** Closes it. An older file is as it was. */
  abandon(): void;
}

/** The same in two steps: what an older file holds can be looked at before it is carried over. */
export function prepareLedger(path: string): Result<PreparedLedger, OpenFailure> {
  const prepared = prepareDatabase({ path, schema: ledgerSchema });
  if (!prepared.ok) return prepared;
  const ahead = aheadIn(prepared.value);
  return ok({
    ahead: viewOn(ahead, partsOf(ahead)),
    finish(signingKey, vaultNow) {
      const finished = finishDatabase(prepared.value);
      return finished.ok ? ok(ledgerOn(finished.value, signingKey, vaultNow)) : finished;
    },
    abandon: () => abandonDatabase(prepared.value),
  });
}

/** Opens a ledger's file, or a copy of it, without changing a byte. A running keeper's is `locked`. */
export function openLedgerToRead(path: string): Result<LedgerReader, OpenFailure> {
  const database = openDatabaseToRead({ path, schema: ledgerSchema });
  return database.ok ? ok(readerOn(database.value, partsOf(database.value))) : database;
}

/** Reads a ledger out of tables that are open already. Closing it closes them. */
export function ledgerIn(database: Database): LedgerReader {
  return readerOn(database, partsOf(database));
}

/** As much of a kind as the index holds. */
function beginningOfKind(kind: EntryKindName): Uint8Array {
  return encodeKind(kind).subarray(0, INDEXED_BYTES);
}

function partsOf(database: Database): LedgerParts {
  return { rows: ledgerRowsOf(database), checkpoints: checkpointRowsOf(database) };
}

function readerOn(database: Database, parts: LedgerParts): LedgerReader {
  return {
    head() {
      const last = parts.rows.last();
      return last && positionOf(last);
    },
    entryAt(sequence) {
      const row = parts.rows.at(sequence);
      const entry = row && decodeEntry(row.bytes);
      return entry?.ok === true ? entry.value : null;
    },
    checkpoint() {
      const head = parts.checkpoints.head();
      const signer = parts.checkpoints.signer();
      const key = head && keyAfter(parts, head.sequence);
      return (
        head &&
        signer &&
        key && {
          format: 'counterfoil checkpoint 1',
          kiosk: hexOfBytes(signer.kiosk),
          ...positionOf(head),
          signature: Buffer.from(head.signature).toString('base64'),
          publicKey: Buffer.from(key.publicKey).toString('base64'),
        }
      );
    },
    key: () => keyInForce(parts),
    keys: () => keysOf(parts),
    *since(sequence) {
      for (const { bytes } of parts.rows.after(sequence)) {
        const entry = decodeEntry(bytes);
        if (entry.ok) yield entry.value;
      }
    },
    collect: (isWanted) => collectEntries(parts.rows, isWanted),
    read: (calendar, filter, before) => readEntries(parts.rows, calendar, filter, before),
    verify: (known) => verifyLedger(parts, known),
    verifyTail: () => verifyTail(parts),
    export: (format) => exportLedger(parts, format),
    measure: () => measure(database),
    close() {
      database.close();
    },
  };
}

function ledgerOn(
  database: Database,
  signingKey: () => SigningKey,
  vaultNow: (() => VaultNow) | null,
): Ledger {
  const parts = partsOf(database);
  const mark = (key: SigningKey): void => {
    if (vaultNow !== null) markVault(parts, key, vaultNow());
  };
  const append = database.transaction((entries: readonly LedgerEntry[]) => {
    const key = signingKey();
    const head = appendEntries(parts, key, entries);
    mark(key);
    return head;
  }).immediate;
  // By the next key: what the one before signed of the vault counts no more.
  const roll = database.transaction((next: GuardedKey, about: KeyRoll) => {
    appendRoll(parts, signingKey(), next, about);
    mark(next);
  }).immediate;
  const markAlone = database.transaction(() => mark(signingKey())).immediate;
  return {
    ...viewOn(database, parts),
    append: (entry) => positionOf(append([entry])),
    appendAll(entries) {
      append(entries);
    },
    roll(next, about) {
      roll(next, about);
    },
    markVault() {
      markAlone();
    },
  };
}

function viewOn(database: Database, parts: LedgerParts): LedgerView {
  return {
    ...readerOn(database, parts),
    counts(day) {
      const count = (kind: KindOfDay) => parts.rows.countBeginning(encodeBeginning(kind, day));
      return {
        issued: count('issued') + count('handoff'),
        spoiled: count('spoiled'),
        wiped: count('wiped') + count('erased'),
      };
    },
    countOf: (counted, day) => parts.rows.countLongBeginning(encodeBeginningWith(counted, day)),
    entriesOn: (kind, day, most) =>
      parts.rows.ofBeginning(encodeBeginning(kind, day), most).flatMap(({ sequence, bytes }) => {
        const entry = decodeEntry(bytes);
        return entry.ok ? [{ sequence, entry: entry.value }] : [];
      }),
    ofKind: (kind) =>
      parts.rows
        .ofBeginning(beginningOfKind(kind), ALL_ROWS)
        .toSorted((one, other) => one.sequence - other.sequence)
        .flatMap(({ bytes }) => {
          const entry = decodeEntry(bytes);
          return entry.ok ? [entry.value] : [];
        }),
    has: (kind) => parts.rows.countBeginning(beginningOfKind(kind)) > 0,
    hashAt(sequence) {
      const row = parts.rows.at(sequence);
      return row === undefined ? null : hexOfBytes(row.hash);
    },
    vaultMark: () => readVaultMark(parts),
  };
}
