import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.ts';
import { openLedger } from './ledger.ts';

const day = { year: 2026, month: 2, day: 14 };
const triggers = z.array(z.object({ name: z.string(), sql: z.string() }));
const broken = (sequence: number) => ({ ok: false, error: { kind: 'broken', sequence } });

/** A closed ledger of eight entries. */
function makeLedger(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ledger.db');
  const ledger = openLedger(path);
  if (!ledger.ok) throw new Error(ledger.error.kind);
  const more: readonly LedgerEntry[] = [1, 2, 3].map((attempts) => ({
    kind: 'issued',
    day,
    printer: 'virtual',
    attempts,
  }));
  for (const entry of [...sampleEntries, ...more]) ledger.value.append(entry);
  ledger.value.close();
  return path;
}

/** Whoever may write the file can take the triggers off, and put them back so that nobody sees it. */
function tamper(path: string, change: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(path);
  const found = triggers.parse(
    database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all(),
  );
  for (const { name } of found) database.exec(`DROP TRIGGER ${name}`);
  change(database);
  for (const { sql } of found) database.exec(sql);
  database.close();
}

function verify(path: string) {
  const ledger = openLedger(path);
  if (!ledger.ok) return ledger;
  onTestFinished(ledger.value.close);
  return ledger.value.verify();
}

describe('verify names the entry', () => {
  it('none, in a ledger that nobody touched', () => {
    expect(verify(makeLedger())).toMatchObject({ ok: true, value: { count: 8 } });
  });

  it.each(['entry', 'hash'])('of which one byte in %s was changed', (column) => {
    for (let sequence = 1; sequence <= 8; sequence += 1) {
      const path = makeLedger();
      tamper(path, (database) =>
        database
          .prepare(
            `UPDATE entries SET ${column} = CAST(substr(${column}, 1, length(${column}) - 1) || x'63' AS BLOB) WHERE sequence = ?`,
          )
          .run(sequence),
      );
      expect(verify(path)).toEqual(broken(sequence));
    }
  });

  it('of which a byte was changed in the file itself', () => {
    const path = makeLedger();
    const content = readFileSync(path);
    const entry: LedgerEntry = { kind: 'issued', day, printer: 'virtual', attempts: 2 };
    const position = content.indexOf(encodeEntry(entry));
    content[position + encodeEntry(entry).length - 1] = 9;
    writeFileSync(path, content);
    expect(verify(path)).toEqual(broken(7));
  });

  it.each([1, 2, 5, 7])('%d, when it was dropped', (sequence) => {
    const path = makeLedger();
    tamper(path, (database) => database.prepare('DELETE FROM entries WHERE sequence = ?').run(sequence));
    expect(verify(path)).toEqual(broken(sequence));
  });

  it('that was dropped while the later ones moved up', () => {
    const path = makeLedger();
    tamper(path, (database) => {
      database.exec('DELETE FROM entries WHERE sequence = 3');
      for (let sequence = 4; sequence <= 8; sequence += 1) {
        database.prepare('UPDATE entries SET sequence = sequence - 1 WHERE sequence = ?').run(sequence);
      }
    });
    expect(verify(path)).toEqual(broken(3));
  });

  it('at which the order was changed', () => {
    const path = makeLedger();
    tamper(path, (database) =>
      database.exec(`UPDATE entries SET sequence = -1 WHERE sequence = 6;
        UPDATE entries SET sequence = 6 WHERE sequence = 7;
        UPDATE entries SET sequence = 7 WHERE sequence = -1`),
    );
    expect(verify(path)).toEqual(broken(6));
  });

  it('of which only the day for counting was changed', () => {
    const path = makeLedger();
    tamper(path, (database) => database.exec('UPDATE entries SET day = 20260215 WHERE sequence = 4'));
    expect(verify(path)).toEqual(broken(4));
  });

  it('that comes before the first', () => {
    const path = makeLedger();
    tamper(path, (database) =>
      database.exec('INSERT INTO entries SELECT 0, day, entry, hash FROM entries WHERE sequence = 2'),
    );
    expect(verify(path)).toEqual(broken(1));
  });

  it('none when the end was cut off: only a head that was kept elsewhere shows that', () => {
    const path = makeLedger();
    const whole = verify(path);
    if (!whole.ok) throw new Error(whole.error.kind);
    const copy = makeLedger();
    tamper(copy, (database) => database.exec('DELETE FROM entries WHERE sequence > 6'));
    const cut = verify(copy);
    if (!cut.ok) throw new Error(cut.error.kind);
    expect(cut.value.count).toBe(6);
    expect(cut.value.head).not.toEqual(whole.value.head);
  });
});

describe('a ledger refuses', () => {
  it('to open without its triggers', () => {
    const path = makeLedger();
    const database = new Sqlite(path);
    database.exec('DROP TRIGGER entries_stay');
    database.close();
    expect(verify(path)).toEqual({ ok: false, error: { kind: 'corrupt', reason: 'schema-differs' } });
  });

  it.each([
    ['an update', 'UPDATE entries SET day = 1 WHERE sequence = 2'],
    ['a delete', 'DELETE FROM entries WHERE sequence = 8'],
    ['the truncation that DELETE without WHERE is', 'DELETE FROM entries'],
    ['a replacement', 'REPLACE INTO entries SELECT 8, day, entry, hash FROM entries WHERE sequence = 2'],
    [
      'an upsert',
      `INSERT INTO entries SELECT * FROM entries WHERE sequence = 8
        ON CONFLICT DO UPDATE SET day = 1`,
    ],
    ['a gap', 'INSERT INTO entries SELECT 10, day, entry, hash FROM entries WHERE sequence = 2'],
    [
      'an entry without a number',
      'INSERT INTO entries (day, entry, hash) SELECT day, entry, hash FROM entries',
    ],
  ])('%s, also on a connection at SQLite’s defaults', (_name, sql) => {
    const path = makeLedger();
    const database = new Sqlite(path);
    expect(() => database.exec(sql)).toThrow('append-only');
    database.close();
    expect(verify(path)).toMatchObject({ ok: true, value: { count: 8 } });
  });
});
