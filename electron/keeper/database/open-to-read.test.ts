import { chmodSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.test-support.ts';
import { openDatabaseToRead } from './open-to-read.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { snapshotOf, startOpener, temporaryFolder } from './temporary-files.test-support.ts';

function makeOurs(path: string): void {
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(result.error.kind);
  result.value.exec('INSERT INTO notes (body) VALUES (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000))');
  result.value.close();
}

function elsewhere(path: string, sql: string): void {
  makeOurs(path);
  const database = new Sqlite(path);
  database.exec(sql);
  database.close();
}

describe('reading', () => {
  it('changes nothing: no byte, no moment of change, no file beside it', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    makeOurs(path);
    const before = snapshotOf(folder);
    const opened = openDatabaseToRead({ path, schema });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(3);
    expect(() => opened.value.exec("INSERT INTO notes (body) VALUES (x'00')")).toThrow('readonly');
    expect(() => opened.value.pragma('user_version=9')).toThrow('readonly');
    opened.value.close();
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('works on a file and a folder that take no writes', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    makeOurs(path);
    chmodSync(path, 0o400);
    const opened = openDatabaseToRead({ path, schema });
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  it('takes a declaration that has other white space, for it was made of a page’s text', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const made = (sql: string): void => {
      writeFileSync(path, '');
      const database = new Sqlite(path);
      database.exec(sql);
      database.pragma(`application_id=${schema.applicationId}`);
      database.pragma(`user_version=${schema.version}`);
      database.close();
    };
    made(schema.sql.replaceAll(', ', ',\r\n\t  '));
    const opened = openDatabaseToRead({ path, schema });
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
    // A keeper goes on with its own alone: the next program looks for that.
    const error = { kind: 'corrupt', reason: 'schema-differs' };
    expect(openDatabase({ path, schema })).toEqual({ ok: false, error });
    // The control: what is no white space counts, and so does the encoding of texts.
    for (const sql of [
      schema.sql.replace('no delete', 'nodelete'),
      `PRAGMA encoding='UTF-16';${schema.sql}`,
    ]) {
      made(sql);
      expect(openDatabaseToRead({ path, schema })).toEqual({ ok: false, error });
    }
  });

  it('keeps writers away until it is closed, in this process and in others', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    makeOurs(path);
    const opened = openDatabaseToRead({ path, schema });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(openDatabase({ path, schema })).toEqual({ ok: false, error: { kind: 'locked' } });
    expect((await startOpener(path, 'hold')).answer).toEqual({ ok: false, error: { kind: 'locked' } });
    opened.value.close();
    expect((await startOpener(path, 'hold')).answer).toEqual({ ok: true });
  });
});

describe('refused, and left as it was', () => {
  it.each([
    ['nothing at all', () => undefined, { kind: 'unwritable', code: 'ENOENT' }],
    ['an empty file', (path: string) => writeFileSync(path, ''), { kind: 'corrupt', reason: 'truncated' }],
    [
      'a text file',
      (path: string) => writeFileSync(path, 'Dear sir or madam'),
      { kind: 'foreign', reason: 'not-sqlite' },
    ],
    [
      'another application’s',
      (path: string) => elsewhere(path, 'PRAGMA application_id = 7'),
      { kind: 'foreign', reason: 'other-application' },
    ],
    [
      'a newer version’s',
      (path: string) => elsewhere(path, 'PRAGMA user_version = 3'),
      { kind: 'newer', found: 3, expected: 2 },
    ],
    [
      'an older version’s',
      (path: string) => elsewhere(path, 'PRAGMA user_version = 1'),
      { kind: 'older', found: 1, expected: 2 },
    ],
    [
      'one with a trigger dropped',
      (path: string) => elsewhere(path, 'DROP TRIGGER notes_stay'),
      { kind: 'corrupt', reason: 'schema-differs' },
    ],
    [
      'one cut off after a page',
      (path: string) => {
        makeOurs(path);
        truncateSync(path, 8_192);
      },
      { kind: 'corrupt', reason: 'malformed' },
    ],
  ])('%s', (_name, make, error) => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    make(path);
    const before = snapshotOf(folder);
    expect(openDatabaseToRead({ path, schema })).toEqual({ ok: false, error });
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('one that a running keeper has', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    expect((await startOpener(path, 'hold')).answer).toEqual({ ok: true });
    const before = snapshotOf(folder);
    expect(openDatabaseToRead({ path, schema })).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('one that was left in the middle of a write: its journal would have to be played back', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    const database = openDatabase({ path, schema });
    if (!database.ok) throw new Error(database.error.kind);
    database.value.exec(`WITH RECURSIVE ids(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 200)
      INSERT INTO notes (id, body) SELECT id, CAST(printf('%04000d', id) AS BLOB) FROM ids`);
    database.value.close();
    const child = await startOpener(path, 'transaction');
    expect(child.answer).toEqual({ ok: true });
    await child.kill();
    const before = snapshotOf(folder);
    expect(openDatabaseToRead({ path, schema })).toMatchObject({
      ok: false,
      error: { kind: 'unwritable', code: 'SQLITE_READONLY_ROLLBACK' },
    });
    expect(snapshotOf(folder)).toEqual(before);
    // The control: an opener that may write plays it back, and then it can be read.
    const again = openDatabase({ path, schema });
    if (again.ok) again.value.close();
    const copied = join(folder, 'copy.db');
    copyFileSync(path, copied);
    expect(readFileSync(copied).length).toBeGreaterThan(0);
    const read = openDatabaseToRead({ path: copied, schema });
    expect(read.ok).toBe(true);
    if (read.ok) read.value.close();
  });
});
