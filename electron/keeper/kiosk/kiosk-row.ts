import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import { type CustodyKind, custodyKind } from '../../../shared/contract/custody.ts';
import { policyHash } from '../../../shared/contract/ids.ts';
import { type ResidentSetting, residentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { rewriteRows } from '../vault/rewrite-rows.ts';

const identity = z.object({
  identifier: z.string(),
  name: z.string(),
  custody: custodyKind.nullable(),
});
/** Who a kiosk is, and where it keeps the keys of open applications; null: nobody has decided that yet. */
export type KioskIdentity = z.infer<typeof identity>;

const practice = z.literal([0, 1]);

const residents = z.object({ residents: residentSetting, display_width: z.number().nullable() });

/** The end of the ledger that a kiosk's own came after, because the keys of that one were lost. */
export type FormerLedger = LedgerPosition;

const former = z.object({ former_entries: z.number().int().nullable(), former_head: z.string().nullable() });

const known = z.object({ ledger_entries: z.number().int(), ledger_head: z.string().nullable() });

const tickets = z.object({ ticket_day: z.string(), last_ticket: z.number().int() });

/** What a kiosk knows of itself: one row, which is there once it is set up. */
export interface KioskRow {
  /** Asked with every call and every status, so it never touches the key. Null before set-up. */
  read(): KioskIdentity | null;
  /** Within the transaction that also writes its first two members. */
  insert(kiosk: { identifier: string; name: string; day: string }): void;
  /**
   * The private key of a kiosk that an earlier version set up (PKCS #8, DER). Null: there is none, or none any more; empty: it is
   * overwritten, and nobody has found yet that no copy is left. The caller zeroes it.
   */
  clearKey(): Uint8Array | null;
  /** Within a transaction: overwrites it. `isGone`: no copy is left. */
  forgetClearKey(isGone: boolean): void;
  /** Within a transaction: from here on it is another kiosk, whose ledger comes after that one. */
  beginAnew(identifier: string, former: FormerLedger): void;
  /** The epoch of the key that two people with recovery codes found. It begins anew unless that has given way. Null: nothing of that. */
  rollOwed(): number | null;
  /** Within the transaction that writes their staff. */
  noteRollOwed(epoch: number | null): void;
  /** Null: its ledger came after no other. */
  formerLedger(): FormerLedger | null;
  /** Null: nobody has decided, and the kiosk is not live. */
  setCustody(custody: CustodyKind | null): void;
  /** How often applications began and ended here. 0 before set-up. */
  generation(): number;
  /** Within the transaction in which one begins or ends. `atLeast`: it counts on from there. */
  advance(atLeast?: number): void;
  /** The last entry that the ledger was known to have; null: none. */
  knownHead(): LedgerPosition | null;
  noteHead(head: LedgerPosition | null): void;
  /** The last ticket and its day; number 0: nobody was served yet. Throws before set-up. */
  lastTicket(): { readonly day: string; readonly number: number };
  setLastTicket(day: string, number: number): void;
  /** The policy that the ledger was last told to be in force; null: none yet. Throws before set-up. */
  toldPolicy(): string | null;
  setToldPolicy(hash: string): void;
  /** The programme's public key, 32 bytes; null: none is pinned, or nobody has set the kiosk up. */
  programmeKey(): Uint8Array | null;
  /** For good: nothing unpins a key. */
  pinProgrammeKey(raw: Uint8Array): void;
  /** The highest version of a signed policy that was in force; 0: none was. */
  newestPolicy(): number;
  noteNewestPolicy(version: number): void;
  /** Whether everybody who is served now is invented. False before set-up. */
  isPracticing(): boolean;
  setPracticing(on: boolean): void;
  /** How residents use this kiosk, and how wide its display is in millimeters (null: nobody has measured it). */
  forResidents(): { readonly setting: ResidentSetting; readonly displayWidth: number | null };
  setResidentSetting(setting: ResidentSetting): void;
  setDisplayWidth(millimeters: number): void;
  /** The date on which all that rested was let go before it was over: once on each; null: none. */
  emptiedDay(): string | null;
  noteEmptiedDay(date: string): void;
}

/** The kiosk's row in the vault. */
export function kioskRowOf(database: Database): KioskRow {
  const pluck = (column: 'clear_key' | 'policy' | 'programme_key' | 'newest_policy'): unknown =>
    database.prepare(`SELECT ${column} FROM kiosk`).pluck().get();
  return {
    ...besideLedger(database),
    read() {
      const row = database.prepare('SELECT identifier, name, custody FROM kiosk').get();
      return row === undefined ? null : identity.parse(row);
    },
    insert({ identifier, name, day }) {
      database
        .prepare(
          "INSERT INTO kiosk (only_one, identifier, name, ticket_day, last_ticket, policy) VALUES (1, ?, ?, ?, 0, '')",
        )
        .run(identifier, name, day);
    },
    clearKey: () => bytes.nullable().parse(pluck('clear_key') ?? null),
    forgetClearKey(isGone) {
      database.prepare('UPDATE kiosk SET clear_key = ?').run(isGone ? null : Buffer.alloc(0));
      // SQLite may have moved the row before, and left a copy.
      rewriteRows(database, ['kiosk']);
    },
    setCustody(custody) {
      database.prepare('UPDATE kiosk SET custody = ?').run(custody);
    },
    lastTicket() {
      const row = tickets.parse(database.prepare('SELECT ticket_day, last_ticket FROM kiosk').get());
      return { day: row.ticket_day, number: row.last_ticket };
    },
    setLastTicket(day, number) {
      database.prepare('UPDATE kiosk SET ticket_day = ?, last_ticket = ?').run(day, number);
    },
    toldPolicy: () => policyHash.nullable().parse(pluck('policy') === '' ? null : pluck('policy')),
    setToldPolicy(hash) {
      database.prepare('UPDATE kiosk SET policy = ?').run(hash);
    },
    programmeKey: () => bytes.nullable().parse(pluck('programme_key') ?? null),
    pinProgrammeKey(raw) {
      database.prepare('UPDATE kiosk SET programme_key = ?').run(raw);
    },
    newestPolicy: () =>
      z
        .number()
        .int()
        .parse(pluck('newest_policy') ?? 0),
    noteNewestPolicy(version) {
      database.prepare('UPDATE kiosk SET newest_policy = max(newest_policy, ?)').run(version);
    },
    isPracticing() {
      const on = database.prepare('SELECT practice FROM kiosk').pluck().get();
      return on !== undefined && practice.parse(on) === 1;
    },
    setPracticing(on) {
      database.prepare('UPDATE kiosk SET practice = ?').run(on ? 1 : 0);
    },
    forResidents() {
      const row = database.prepare('SELECT residents, display_width FROM kiosk').get();
      if (row === undefined) return { setting: 'off', displayWidth: null };
      const { residents: setting, display_width: displayWidth } = residents.parse(row);
      return { setting, displayWidth };
    },
    setResidentSetting(setting) {
      database.prepare('UPDATE kiosk SET residents = ?').run(setting);
    },
    setDisplayWidth(millimeters) {
      database.prepare('UPDATE kiosk SET display_width = ?').run(millimeters);
    },
  };
}

/** What the row has of the ledger beside it. */
function besideLedger(
  database: Database,
): Pick<
  KioskRow,
  | 'beginAnew'
  | 'rollOwed'
  | 'noteRollOwed'
  | 'formerLedger'
  | 'generation'
  | 'advance'
  | 'knownHead'
  | 'noteHead'
  | 'emptiedDay'
  | 'noteEmptiedDay'
> {
  return {
    beginAnew(identifier, { sequence, hash }) {
      database
        .prepare(
          'UPDATE kiosk SET identifier = ?, former_entries = ?, former_head = ?, ledger_entries = 0, ledger_head = NULL, roll_owed = NULL',
        )
        .run(identifier, sequence, hash);
    },
    rollOwed() {
      const owed = database.prepare('SELECT roll_owed FROM kiosk').pluck().get();
      return z.number().int().nullable().optional().parse(owed) ?? null;
    },
    noteRollOwed(epoch) {
      database.prepare('UPDATE kiosk SET roll_owed = ?').run(epoch);
    },
    formerLedger() {
      const row = former
        .optional()
        .parse(database.prepare('SELECT former_entries, former_head FROM kiosk').get());
      const { former_entries: sequence = null, former_head: hash = null } = row ?? {};
      return sequence === null || hash === null ? null : { sequence, hash };
    },
    generation() {
      const found = database.prepare('SELECT generation FROM kiosk').pluck().get();
      return z.number().int().optional().parse(found) ?? 0;
    },
    advance(atLeast = 0) {
      database.prepare('UPDATE kiosk SET generation = max(generation, ?) + 1').run(atLeast);
    },
    knownHead() {
      const row = known
        .optional()
        .parse(database.prepare('SELECT ledger_entries, ledger_head FROM kiosk').get());
      const { ledger_entries: sequence = 0, ledger_head: hash = null } = row ?? {};
      return hash === null ? null : { sequence, hash };
    },
    noteHead(head) {
      database
        .prepare('UPDATE kiosk SET ledger_entries = ?, ledger_head = ?')
        .run(head?.sequence ?? 0, head?.hash ?? null);
    },
    emptiedDay: () =>
      z
        .string()
        .nullable()
        .parse(database.prepare('SELECT emptied_day FROM kiosk').pluck().get() ?? null),
    noteEmptiedDay(date) {
      database.prepare('UPDATE kiosk SET emptied_day = ?').run(date);
    },
  };
}
