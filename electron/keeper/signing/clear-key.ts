import { existsSync, readFileSync } from 'node:fs';
import sodium from 'sodium-native';
import type { EraseJournal } from '../database/erase-journal.ts';
import type { Database } from '../database/open-database.ts';
import { type GuardedKey, guardedKeyOf, SEED_BYTES } from './signing-key.ts';

/** The key of a kiosk that an earlier version set up: it lies in clear in the vault until the first roll. */
export interface ClearKey {
  isThere(): boolean;
  /** Read into guarded memory; null: there is none, or no more. */
  load(): GuardedKey | null;
  /**
   * Overwrites it in the vault's pages and its journal, and looks whether a copy of it is left in either. False: one is, or a disk
   * did not take it; to be tried again.
   */
  destroy(): boolean;
}

/** What the key in clear needs of the vault. */
export interface ClearKeyPort {
  readonly vault: { readonly database: Database; readonly eraseJournal: EraseJournal };
  readonly kiosk: {
    /** Empty: it is overwritten, and nobody has found yet that no copy of it is left. */
    clearKey(): Uint8Array | null;
    /** Overwrites it, and leaves it empty. Then null once `isGone`. */
    forgetClearKey(isGone: boolean): void;
  };
  onBug(where: string, error: unknown): void;
}

/** What every key in clear begins with (PKCS #8, DER): of one whose bytes nobody has any more this alone can be looked for. */
const DER_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
/** What every database begins with: a control for whoever looks for something that should not be there. */
const FILE_HEAD = Buffer.from('SQLite format 3', 'latin1');

/** That of one vault. */
export function createClearKey({ vault, kiosk, onBug }: ClearKeyPort): ClearKey {
  /** One that was overwritten, and of which a copy was found after that. */
  let left: GuardedKey | null = null;

  function load(): GuardedKey | null {
    const der = kiosk.clearKey();
    if (der === null || der.length === 0) return null;
    const seed = sodium.sodium_malloc(SEED_BYTES);
    // PKCS #8 of Ed25519 ends with the seed.
    seed.set(der.subarray(der.length - SEED_BYTES));
    sodium.sodium_memzero(Buffer.from(der.buffer, der.byteOffset, der.byteLength));
    const key = guardedKeyOf(seed);
    sodium.sodium_memzero(seed);
    return key;
  }

  function overwrite(key: GuardedKey): void {
    // The control: a search that does not find what is there would find nothing that is left, either.
    if (left === null && !key.lendSeed((seed) => isIn(vault.database, seed)))
      throw new Error('the search for a key does not find it where it is');
    left = key;
    vault.database.transaction(() => kiosk.forgetClearKey(false))();
    vault.eraseJournal();
    if (key.lendSeed((seed) => isLeft(seed))) throw new Error('a copy of the key in clear is left');
    noteGone();
    key.destroy();
    left = null;
  }

  /** Of a keeper before this one, whose power went before it had looked. */
  function lookAgain(): void {
    if (!isIn(vault.database, FILE_HEAD)) throw new Error('the search for a key finds nothing at all');
    vault.database.transaction(() => kiosk.forgetClearKey(false))();
    vault.eraseJournal();
    if (isLeft(DER_HEAD)) throw new Error('a copy of a key in clear is left');
    noteGone();
  }

  function isLeft(bytes: Buffer): boolean {
    return isIn(vault.database, bytes) || isInJournal(vault.database, bytes);
  }

  function noteGone(): void {
    vault.database.transaction(() => kiosk.forgetClearKey(true))();
  }

  return {
    isThere: () => left !== null || kiosk.clearKey() !== null,
    load,
    destroy() {
      try {
        const key = left ?? load();
        if (key !== null) overwrite(key);
        else if (kiosk.clearKey() !== null) lookAgain();
        return true;
      } catch (error) {
        onBug('the key in clear', error);
        return false;
      }
    },
  };
}

/** In any page of the file, used, free, or the gap in one. Through SQLite: whoever closes the file drops its locks. */
function isIn(database: Database, seed: Buffer): boolean {
  const pages = database.serialize();
  const found = pages.includes(seed);
  pages.fill(0);
  return found;
}

function isInJournal(database: Database, seed: Buffer): boolean {
  const path = `${database.name}-journal`;
  if (!existsSync(path)) return false;
  const journal = readFileSync(path);
  const found = journal.includes(seed);
  journal.fill(0);
  return found;
}
