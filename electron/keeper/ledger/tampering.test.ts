import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.test-support.ts';
import {
  broken,
  day,
  isTailValid,
  linkAt,
  makeLedger,
  putLink,
  tamper,
  temporaryPath,
  verify,
} from './ledger.test-support.ts';
import { openLedgerToRead } from './ledger.ts';

const samples = sampleEntries.length;
const count = samples + 3;
const sound = { ok: true, value: { count } };

let path = '';
beforeEach(() => {
  path = makeLedger(count);
});

describe('verify names the entry', () => {
  it('none, in a ledger that nobody touched', () => {
    expect(verify(path)).toMatchObject(sound);
    expect(isTailValid(path)).toMatchObject(sound);
  });

  it.each(['entry', 'hash'] as const)('of which one bit in %s was changed', (column) => {
    const untouched = readFileSync(path);
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const copy = temporaryPath();
      writeFileSync(copy, untouched);
      tamper(copy, (database) => {
        const link = linkAt(database, sequence);
        const last = link[column].length - 1;
        const flipped = link[column].with(last, (link[column][last] ?? 0) ^ 1);
        putLink(database, sequence, { ...link, [column]: flipped });
      });
      expect(verify(copy)).toEqual(broken(sequence, 'changed'));
      expect(isTailValid(copy)).toEqual(broken(sequence, 'changed'));
    }
  });

  it('of which a byte was changed in the file itself', () => {
    const content = readFileSync(path);
    const entry: LedgerEntry = { kind: 'issued', day, printer: 'virtual', attempts: 2 };
    const position = content.indexOf(encodeEntry(entry));
    content[position + encodeEntry(entry).length - 1] = 9;
    writeFileSync(path, content);
    expect(verify(path)).toEqual(broken(samples + 2, 'changed'));
  });

  it.each([1, 2, 5, count - 1])('%d, when it was dropped', (sequence) => {
    tamper(path, (database) => database.prepare('DELETE FROM entries WHERE sequence = ?').run(sequence));
    expect(verify(path)).toEqual(broken(sequence, 'missing'));
  });

  it('that was dropped while the later ones moved up', () => {
    tamper(path, (database) => {
      database.exec('DELETE FROM entries WHERE sequence = 3');
      for (let sequence = 4; sequence <= count; sequence += 1) {
        database.prepare('UPDATE entries SET sequence = sequence - 1 WHERE sequence = ?').run(sequence);
      }
    });
    expect(verify(path)).toEqual(broken(3, 'changed'));
  });

  it('at which the order was changed', () => {
    tamper(path, (database) =>
      database.exec(`UPDATE entries SET sequence = -1 WHERE sequence = 6;
        UPDATE entries SET sequence = 6 WHERE sequence = 7;
        UPDATE entries SET sequence = 7 WHERE sequence = -1`),
    );
    expect(verify(path)).toEqual(broken(6, 'changed'));
  });

  it.each([0, -5])('before which another one stands, as number %d', (sequence) => {
    tamper(path, (database) =>
      database
        .prepare('INSERT INTO entries SELECT ?, entry, hash FROM entries WHERE sequence = 2')
        .run(sequence),
    );
    expect(verify(path)).toEqual(broken(1, 'out-of-order'));
  });

  it('whose bytes were divided otherwise between rows, so that they are the same one after another', () => {
    tamper(path, (database) => {
      const [first, second] = [linkAt(database, 2), linkAt(database, 3)];
      const entry = Uint8Array.of(...first.entry, ...first.hash.subarray(0, 1));
      const hash = Uint8Array.of(...first.hash.subarray(1), ...second.entry.subarray(0, 1));
      putLink(database, 2, { entry, hash });
      putLink(database, 3, { ...second, entry: second.entry.subarray(1) });
    });
    expect(verify(path)).toEqual(broken(2, 'changed'));
  });

  it('after which nothing is left, when the tail was cut off: the head’s signature speaks for it', () => {
    tamper(path, (database) => database.exec('DELETE FROM entries WHERE sequence > 6'));
    expect(verify(path)).toEqual(broken(7, 'truncated'));
    expect(isTailValid(path)).toEqual(broken(7, 'truncated'));
    tamper(path, (database) => database.exec('DELETE FROM entries'));
    expect(verify(path)).toEqual(broken(1, 'truncated'));
  });

  it('from which nothing is signed, when the head’s signature went with the tail', () => {
    tamper(path, (database) => database.exec('DELETE FROM entries WHERE sequence > 6; DELETE FROM head'));
    expect(verify(path)).toEqual(broken(1, 'unsigned'));
    expect(isTailValid(path)).toEqual(broken(1, 'unsigned'));
  });
});

describe('a ledger refuses', () => {
  it('to open without its triggers', () => {
    const database = new Sqlite(path);
    database.exec('DROP TRIGGER entries_stay');
    database.close();
    expect(openLedgerToRead(path)).toEqual({
      ok: false,
      error: { kind: 'corrupt', reason: 'schema-differs' },
    });
  });

  it.each([
    ['an update', 'UPDATE entries SET entry = hash WHERE sequence = 2'],
    ['a delete', 'DELETE FROM entries WHERE sequence = 8'],
    ['the truncation that DELETE without WHERE is', 'DELETE FROM entries'],
    ['a replacement', 'REPLACE INTO entries SELECT 8, entry, hash FROM entries WHERE sequence = 2'],
    [
      'an upsert',
      `INSERT INTO entries SELECT * FROM entries WHERE sequence = 8
        ON CONFLICT DO UPDATE SET entry = x'00'`,
    ],
    ['a gap', 'INSERT INTO entries SELECT 1000, entry, hash FROM entries WHERE sequence = 2'],
    ['an entry without a number', 'INSERT INTO entries (entry, hash) SELECT entry, hash FROM entries'],
    ['a second signer', "REPLACE INTO signer VALUES (1, zeroblob(16), x'00')"],
    ['another signer', 'UPDATE signer SET kiosk = zeroblob(16)'],
    ['to lose its signer', 'DELETE FROM signer'],
    ['a head put back', 'UPDATE head SET sequence = 2'],
    ['a head that is not the last entry', 'UPDATE head SET sequence = sequence + 1'],
    ['another signature of the same head', 'UPDATE head SET signature = zeroblob(64)'],
    ['a head replaced', 'REPLACE INTO head SELECT 1, sequence, hash, zeroblob(64) FROM head'],
    ['to lose its head', 'DELETE FROM head'],
    ['a checkpoint at any other entry', 'INSERT INTO checkpoints SELECT sequence, hash, signature FROM head'],
  ])('%s, also on a connection at SQLite’s defaults', (_name, sql) => {
    const database = new Sqlite(path);
    expect(() => database.exec(sql)).toThrow('append-only');
    database.close();
    expect(verify(path)).toMatchObject(sound);
  });
});
