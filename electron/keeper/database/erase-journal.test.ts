import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { journalEraser } from './erase-journal.ts';
import { openDatabase } from './open-database.test-support.ts';
import type { Database } from './open-database.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { startOpener, temporaryFolder } from './temporary-files.test-support.ts';

const journalMagic = 'd9d505f920a163d7';

function opened(path = join(temporaryFolder(), 'vault.db')): Database {
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  onTestFinished(() => {
    result.value.close();
  });
  return result.value;
}

/** A value that came and went: its page stands in the journal of the transaction that changed it. */
function leaveTraces(database: Database): void {
  database.exec("INSERT INTO notes (id, body) VALUES (1, CAST('quillobert-canary' AS BLOB))");
  database.exec("UPDATE notes SET body = x'00'");
}

const journalOf = (database: Database): string => `${database.name}-journal`;

describe('erasing a journal', () => {
  it('leaves nothing of what earlier transactions wrote there, in the same blocks of the same file', () => {
    const database = opened();
    leaveTraces(database);
    expect(readFileSync(journalOf(database)).includes('quillobert-canary')).toBe(true);
    const before = statSync(journalOf(database));
    journalEraser(database)();
    const after = statSync(journalOf(database));
    expect(readFileSync(journalOf(database)).every((byte) => byte === 0)).toBe(true);
    expect([after.size, after.ino, after.blocks]).toEqual([before.size, before.ino, before.blocks]);
  });

  it('reaches the end of a journal that is longer than what is read at once', () => {
    const database = opened();
    database.exec(`WITH RECURSIVE ids(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 60)
      INSERT INTO notes (id, body) SELECT id, CAST(printf('%04000d', id) AS BLOB) FROM ids`);
    database.exec("UPDATE notes SET body = x'00'");
    expect(statSync(journalOf(database)).size).toBeGreaterThan(200_000);
    journalEraser(database)();
    expect(readFileSync(journalOf(database)).every((byte) => byte === 0)).toBe(true);
  });

  it('leaves nothing however often, and however much was written in between', () => {
    const database = opened();
    const erase = journalEraser(database);
    database.exec('INSERT INTO notes (id, body) VALUES (1, zeroblob(1000000))');
    // The longest first: behind what comes after it there is nothing any more that it has to look for.
    for (const bytes of [1_000_000, 40, 300_000, 0, 64_000, 900_000]) {
      database.prepare('UPDATE notes SET body = ?').run(randomBytes(bytes));
      erase();
      expect(readFileSync(journalOf(database)).every((byte) => byte === 0)).toBe(true);
    }
  });

  it('reads on to the end where an erasure before it failed half-way, and at the first of a start', () => {
    const database = opened();
    database.exec('INSERT INTO notes (id, body) VALUES (1, zeroblob(1000000))');
    const erase = journalEraser(database);
    erase();
    database.prepare('UPDATE notes SET body = ?').run(randomBytes(900_000));
    const journal = readFileSync(journalOf(database));
    // As a disk leaves it that took the first of the zeros only.
    journal.fill(0, 0, 200_000);
    journal.write('d9d505f920a163d7', 'hex');
    writeFileSync(journalOf(database), journal);
    expect(erase).toThrow('hot');
    journal.fill(0, 0, 8);
    writeFileSync(journalOf(database), journal);
    expect(journal.some((byte) => byte !== 0)).toBe(true);
    erase();
    expect(readFileSync(journalOf(database)).every((byte) => byte === 0)).toBe(true);
    writeFileSync(journalOf(database), journal);
    journalEraser(database)();
    expect(readFileSync(journalOf(database)).every((byte) => byte === 0)).toBe(true);
  });

  it('leaves nothing of transactions that spill out of the cache, roll back, or have savepoints', () => {
    const database = opened();
    const erase = journalEraser(database);
    // So small that pages are written before the end of a transaction: the journal then has a header for each time.
    database.pragma('cache_size=10');
    for (let row = 1; row <= 40; row += 1)
      database.prepare('INSERT INTO notes (id, body) VALUES (?, zeroblob(20000))').run(row);
    const change = database.prepare('UPDATE notes SET body = ? WHERE id = ?');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            rows: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }),
            zeros: fc.boolean(),
            undone: fc.boolean(),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (transactions) => {
          for (const { rows, zeros, undone } of transactions) {
            database.exec('BEGIN');
            for (const row of rows) {
              database.exec('SAVEPOINT inner');
              change.run(zeros ? Buffer.alloc(20_000) : randomBytes(20_000), row);
              if (row % 7 === 0) database.exec('ROLLBACK TO inner');
              database.exec('RELEASE inner');
            }
            database.exec(undone ? 'ROLLBACK' : 'COMMIT');
          }
          erase();
          return readFileSync(journalOf(database)).every((byte) => byte === 0);
        },
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 60 : 20 },
    );
  });

  it('changes nothing where nothing is left', () => {
    const database = opened();
    leaveTraces(database);
    const erase = journalEraser(database);
    erase();
    utimesSync(journalOf(database), 1, 1);
    erase();
    expect(statSync(journalOf(database)).mtimeMs).toBe(1_000);
  });

  it('gives no other opener the database: its lock stays', async () => {
    const database = opened();
    leaveTraces(database);
    journalEraser(database)();
    expect((await startOpener(database.name, 'hold')).answer).toEqual({
      ok: false,
      error: { kind: 'locked' },
    });
  });

  it('lets SQLite go on: later transactions commit, roll back, and are whole for the next opener', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const database = opened(path);
    const erase = journalEraser(database);
    for (let round = 1; round <= 20; round += 1) {
      database.prepare('INSERT INTO notes (id, body) VALUES (?, zeroblob(9000))').run(round);
      erase();
      const undone = database.transaction(() => {
        database.exec("UPDATE notes SET body = x'00'");
        throw new Error('undone');
      });
      expect(undone).toThrow('undone');
      erase();
    }
    database.close();
    const again = opened(path);
    expect(again.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(20);
    expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe('a journal that is needed', () => {
  it('is not erased in a transaction, which could not be rolled back any more', () => {
    const database = opened();
    const inside = database.transaction(() => {
      database.exec("INSERT INTO notes (id, body) VALUES (1, x'00')");
      journalEraser(database)();
    });
    expect(inside).toThrow('under way');
    expect(database.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0);
  });

  it('is not erased while it is hot', () => {
    const database = opened();
    leaveTraces(database);
    const journal = readFileSync(journalOf(database));
    Buffer.from(journalMagic, 'hex').copy(journal);
    writeFileSync(journalOf(database), journal);
    expect(journalEraser(database)).toThrow('hot');
    expect(readFileSync(journalOf(database)).equals(journal)).toBe(true);
  });

  it('of a keeper that was killed is rolled back first, and then nothing of it stays', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    const first = opened(path);
    first.exec(`WITH RECURSIVE ids(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 200)
      INSERT INTO notes (id, body) SELECT id, CAST(printf('%04000d', id) AS BLOB) FROM ids`);
    first.close();
    const child = await startOpener(path, 'transaction');
    expect(child.answer).toEqual({ ok: true });
    await child.kill();
    expect(readFileSync(`${path}-journal`).toString('hex', 0, 8)).toBe(journalMagic);
    const database = opened(path);
    journalEraser(database)();
    expect(readFileSync(`${path}-journal`).every((byte) => byte === 0)).toBe(true);
    const whole = database
      .prepare("SELECT sum(body = CAST(printf('%04000d', id) AS BLOB)) FROM notes")
      .pluck();
    expect(whole.get()).toBe(200);
  });
});

it('that is not where it was cannot be called erased', () => {
  const database = opened();
  leaveTraces(database);
  renameSync(journalOf(database), `${database.name}-elsewhere`);
  expect(journalEraser(database)).toThrow('ENOENT');
});
