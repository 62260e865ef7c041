import type Sqlite from 'better-sqlite3';
import { appendHash } from '../../../shared/ledger/chain.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { issuedEntries, linkAt, putLink } from './ledger.test-support.ts';
import { sha256, signCheckpoint } from './signatures.ts';

const kiosk = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

/** Computes every hash anew from that entry on, as whoever has no key can. */
export function chainAnew(database: Sqlite.Database, from: number, to: number): void {
  let { hash } = linkAt(database, from - 1);
  for (let sequence = from; sequence <= to; sequence += 1) {
    const { entry } = linkAt(database, sequence);
    hash = appendHash(hash, entry, sha256);
    putLink(database, sequence, { entry, hash });
  }
}

/** Adds entries after the last of `count`; their hashes are right. */
export function addLinks(database: Sqlite.Database, count: number, many: number): void {
  let { hash } = linkAt(database, count);
  for (const [index, entry] of issuedEntries(many).entries()) {
    const bytes = encodeEntry(entry);
    hash = appendHash(hash, bytes, sha256);
    database.prepare('INSERT INTO entries VALUES (?, ?, ?)').run(count + 1 + index, bytes, hash);
  }
}

/** Puts a head's signature in the place of the one that is there. */
export function signHead(database: Sqlite.Database, key: SigningKey, sequence: number): void {
  const { hash } = linkAt(database, sequence);
  const signature = signCheckpoint(key, 'head', { kiosk, sequence, hash });
  database.prepare('UPDATE head SET sequence = ?, hash = ?, signature = ?').run(sequence, hash, signature);
}
