import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Result } from '../../../shared/result.ts';
import type { Unwritable } from '../custody/file-failure.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { type ClearKey, createClearKey } from './clear-key.ts';
import { KEY_SLOTS, type KeySlots, openKeySlots } from './key-slots.ts';
import { createKioskKey, type KioskKey } from './kiosk-key.ts';
import { SLOT_FILES } from './signing.test-support.ts';
import { randomGuardedKey, type SigningKey } from './signing-key.ts';

/** An entry about somebody, for a key to sign. */
export const ISSUED: LedgerEntry = {
  kind: 'issued',
  day: { year: 2026, month: 11, day: 24 },
  printer: 'virtual',
  attempts: 1,
};

/** The power went at a write. What the disk has of it says `when`. */
export class PowerCut extends Error {}

/** The writes of a kiosk's keys, each durable when it returns, and the one at which the power goes. */
export class Writes {
  done = 0;
  readonly names: string[] = [];
  /** At which write, and whether the disk had it by then. Null: never. */
  cut: { readonly at: number; readonly when: 'before' | 'after' } | null = null;

  #isOff = false;

  run<Value>(name: string, write: () => Value): Value {
    // Whatever the program does in the moment in which the power goes, no disk takes it.
    if (this.#isOff) throw new PowerCut(name);
    this.done += 1;
    this.names.push(name);
    this.#isOff = this.cut?.at === this.done;
    if (this.#isOff && this.cut?.when === 'before') throw new PowerCut(name);
    const value = write();
    if (this.#isOff) throw new PowerCut(name);
    return value;
  }
}

export const DEVICE_KEY = Buffer.alloc(32, 7);
export const KIOSK = '0f'.repeat(16);
const NOON = Date.UTC(2026, 10, 24, 12);

/** A kiosk of which there are only its keys, its vault and its ledger, in one folder. */
export interface KeyStage {
  readonly key: KioskKey;
  readonly ledger: Ledger;
  readonly clear: ClearKey;
  readonly slots: KeySlots;
  readonly writes: Writes;
  readonly bugs: string[];
  /** What it is now: a day, and the device key once somebody has signed in. */
  readonly now: { day: number; deviceKey: Buffer | null };
  /** Enters something, as the outbox does: as far as it is signed. */
  enter(...entries: readonly LedgerEntry[]): void;
  /** The power goes, or the kiosk is switched off. */
  close(): void;
}

/** Starts such a kiosk on a folder, and nobody has signed in. */
export function startKeys(folder: string, writes = new Writes()): KeyStage {
  const vault = openVault(join(folder, 'vault.db'));
  if (!vault.ok) throw new Error(JSON.stringify(vault.error));
  const { kiosk, database } = vault.value;
  if (kiosk.read() === null) kiosk.insert({ identifier: KIOSK, name: 'Counter 3', day: '2026-11-24' });
  let key: KioskKey | null = null;
  const signing = (): SigningKey => key?.now() ?? expect.fail('it signs while it starts');
  const opened = openLedger(join(folder, 'ledger.db'), signing);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const ledger = opened.value;
  const bugs: string[] = [];
  const slots = cutting(openSlots(folder), writes);
  // As each start does before anybody is served: a power cut may have come between the end of a transaction and this.
  vault.value.eraseJournal();
  const noteBug = (what: string, error: unknown): void => {
    if (error instanceof PowerCut) throw error;
    bugs.push(what);
  };
  const clear = createClearKey({
    vault: { database, eraseJournal: () => writes.run('erased journal', vault.value.eraseJournal) },
    kiosk: {
      clearKey: kiosk.clearKey,
      forgetClearKey: (isGone) =>
        writes.run(`clear key ${isGone ? 'gone' : 'over'}`, () => kiosk.forgetClearKey(isGone)),
    },
    onBug: (_where, error) => noteBug(String(error), error),
  });
  const now = { day: 0, deviceKey: null as Buffer | null };
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    key?.close();
    ledger.close();
    database.close();
  };
  onTestFinished(close);
  const kept: KeyStage = {
    ...{ ledger, clear, slots, writes, bugs, now, close },
    get key() {
      return key ?? expect.fail('it never started');
    },
    enter(...entries) {
      if (!this.key.prepare()) return;
      if (ledger.head() !== undefined) this.key.rollIfDue();
      writes.run('entries', () => {
        if (ledger.head() === undefined) ledger.append(openingOf(this.key.now()));
        if (entries.length > 0) ledger.appendAll(entries);
      });
      this.key.rollIfDue();
    },
  };
  try {
    key = createKioskKey({
      ...{ slots, clear },
      ledger: {
        key: ledger.key,
        roll: (next, about) => writes.run('key-rolled', () => ledger.roll(next, about)),
      },
      clock: {
        now: () => NOON + now.day * 86_400_000,
        today: () => ({ year: 2026, month: 11, day: 24 + now.day }),
      },
      deviceKey: () => now.deviceKey,
      maySign: () => true,
      beginsAnew: () => kiosk.formerLedger() !== null,
      onBug: (where, error) => noteBug(`${where}: ${String(error)}`, error),
    });
  } catch (error) {
    slots.close();
    ledger.close();
    database.close();
    isOpen = false;
    throw error;
  }
  return kept;
}

function openingOf(key: SigningKey): LedgerEntry {
  const hash = createHash('sha256').update(key.publicKey).digest('hex');
  return { kind: 'opened', utc: NOON, kiosk: KIOSK, key: hash };
}

function openSlots(folder: string): KeySlots {
  const slots = openKeySlots(join(folder, 'signing.slots'), SLOT_FILES);
  if (!slots.ok) throw new Error(JSON.stringify(slots.error));
  return slots.value;
}

/** The same slots, on a disk whose power goes. */
function cutting(slots: KeySlots, writes: Writes): KeySlots {
  const write = (name: string, act: () => Result<null, Unwritable>) => writes.run(name, act);
  return {
    ...slots,
    put: (slot, ...more) => write(`put ${slot}`, () => slots.put(slot, ...more)),
    erase: (slot) => write(`erase ${slot}`, () => slots.erase(slot)),
  };
}

/** A kiosk as an earlier version left it: its key in clear, its ledger opened with it. Answers the seed, to look for. */
export function kioskOfBefore(): { readonly folder: string; readonly seed: Buffer } {
  const folder = workingFolder();
  const vault = openVault(join(folder, 'vault.db'));
  if (!vault.ok) throw new Error(JSON.stringify(vault.error));
  const { kiosk, database } = vault.value;
  kiosk.insert({ identifier: KIOSK, name: 'Counter 3', day: '2026-11-24' });
  const key = randomGuardedKey();
  const seed = key.lendSeed((lent) => Buffer.from(lent));
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  database.prepare('UPDATE kiosk SET clear_key = ?').run(der);
  const ledger = openLedger(join(folder, 'ledger.db'), () => key);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
  ledger.value.append(openingOf(key));
  ledger.value.close();
  database.close();
  return { folder, seed };
}

/** Which keys lie in the slots of a kiosk that rests, by their epoch. */
export function epochsIn(folder: string): readonly number[] {
  const slots = openSlots(folder);
  const epochs = KEY_SLOTS.flatMap((slot) => slots.nameIn(slot)?.epoch ?? []);
  slots.close();
  return epochs;
}

/** Where in a kiosk's files these bytes stand. */
export function filesWith(folder: string, bytes: Buffer): readonly string[] {
  return ['vault.db', 'vault.db-journal', 'ledger.db', 'ledger.db-journal', 'signing.slots'].filter(
    (name) => {
      try {
        return readFileSync(join(folder, name)).includes(bytes);
      } catch {
        return false;
      }
    },
  );
}
