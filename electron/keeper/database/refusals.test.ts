import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.test-support.ts';
import type { OpenFailure } from './open-database.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { snapshotOf, temporaryFolder } from './temporary-files.test-support.ts';

/** Makes a database of ours with some pages in it. */
function makeOurs(path: string): void {
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(result.error.kind);
  result.value.exec('INSERT INTO notes (body) VALUES (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000))');
  result.value.close();
}

/** Runs SQL on a connection at SQLite's defaults, as somebody else's tool would. */
function runElsewhere(path: string, sql: string): void {
  const database = new Sqlite(path);
  database.exec(sql);
  database.close();
}

function makeChanged(path: string, sql: string): void {
  makeOurs(path);
  runElsewhere(path, sql);
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, offset);
  writeFileSync(path, content);
}

/** A journal that SQLite would play back: its pages replace those of whatever lies beside it. */
function hotJournal(): Buffer {
  const journal = Buffer.alloc(512 + 4096 + 8);
  Buffer.from('d9d505f920a163d7', 'hex').copy(journal);
  for (const [offset, value] of [
    [8, 1],
    [12, 0],
    [16, 1],
    [20, 512],
    [24, 4096],
    [512, 1],
  ] as const) {
    journal.writeUInt32BE(value, offset);
  }
  return journal;
}

const cases: readonly [string, (path: string) => void, OpenFailure][] = [
  [
    'a text file',
    (path) => writeFileSync(path, 'Dear sir or madam'),
    { kind: 'foreign', reason: 'not-sqlite' },
  ],
  [
    'a text file beside a journal that SQLite would play back over it',
    (path) => {
      writeFileSync(path, 'Dear sir or madam\n'.repeat(1_000));
      writeFileSync(`${path}-journal`, hotJournal());
    },
    { kind: 'foreign', reason: 'not-sqlite' },
  ],
  [
    'a SQLite file of nobody in particular',
    (path) => runElsewhere(path, 'CREATE TABLE a (b)'),
    { kind: 'foreign', reason: 'other-application' },
  ],
  [
    'a SQLite file of another application',
    (path) => makeChanged(path, 'PRAGMA application_id = 7'),
    { kind: 'foreign', reason: 'other-application' },
  ],
  [
    'ours in write-ahead mode',
    (path) => makeChanged(path, 'PRAGMA journal_mode = WAL'),
    { kind: 'foreign', reason: 'write-ahead-log' },
  ],
  [
    'ours beside a write-ahead log',
    (path) => {
      makeOurs(path);
      writeFileSync(`${path}-wal`, 'x');
    },
    { kind: 'foreign', reason: 'write-ahead-log' },
  ],
  ['a folder', (path) => mkdirSync(path), { kind: 'foreign', reason: 'not-a-file' }],
  [
    'a link to a database of ours',
    (path) => {
      makeOurs(`${path}.real`);
      symlinkSync(`${path}.real`, path);
    },
    { kind: 'foreign', reason: 'not-a-file' },
  ],
  [
    'ours of a newer version',
    (path) => makeChanged(path, 'PRAGMA user_version = 3'),
    { kind: 'newer', found: 3, expected: 2 },
  ],
  [
    'ours of an older version',
    (path) => makeChanged(path, 'PRAGMA user_version = 1'),
    { kind: 'older', found: 1, expected: 2 },
  ],
  [
    'ours with a trigger dropped',
    (path) => makeChanged(path, 'DROP TRIGGER notes_stay'),
    { kind: 'corrupt', reason: 'schema-differs' },
  ],
  [
    'ours cut off within the header',
    (path) => {
      makeOurs(path);
      truncateSync(path, 50);
    },
    { kind: 'corrupt', reason: 'truncated' },
  ],
  [
    'ours cut off within a page',
    (path) => {
      makeOurs(path);
      truncateSync(path, 6_000);
    },
    { kind: 'corrupt', reason: 'malformed' },
  ],
  [
    'ours cut off after a page',
    (path) => {
      makeOurs(path);
      truncateSync(path, 8_192);
    },
    { kind: 'corrupt', reason: 'malformed' },
  ],
  [
    'ours with a damaged page',
    (path) => {
      makeOurs(path);
      overwrite(path, 4_096, Buffer.alloc(64, 0xff));
    },
    { kind: 'corrupt', reason: 'malformed' },
  ],
  [
    'the pages of a journal without their database',
    (path) => writeFileSync(`${path}-journal`, hotJournal()),
    { kind: 'corrupt', reason: 'journal-without-database' },
  ],
  [
    'the pages of a journal beside an empty file',
    (path) => {
      writeFileSync(path, '');
      writeFileSync(`${path}-journal`, hotJournal());
    },
    { kind: 'corrupt', reason: 'journal-without-database' },
  ],
];

describe('a refused file is left as it was, and nothing appears beside it', () => {
  it.each(cases)('%s', (_name, make, error) => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    make(path);
    const before = snapshotOf(folder);
    expect(openDatabase({ path, schema })).toEqual({ ok: false, error });
    expect(snapshotOf(folder)).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')('a pipe, on which opening would wait for ever', () => {
    const path = join(temporaryFolder(), 'vault.db');
    spawnSync('mkfifo', [path]);
    expect(openDatabase({ path, schema })).toEqual({
      ok: false,
      error: { kind: 'foreign', reason: 'not-a-file' },
    });
  });

  it('nothing at all, where there is no folder to make it in', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'missing', 'vault.db');
    expect(openDatabase({ path, schema })).toEqual({
      ok: false,
      error: { kind: 'unwritable', code: 'ENOENT' },
    });
    expect(snapshotOf(folder)).toEqual([]);
  });

  it('a refused file can be opened again after it was put right by hand', () => {
    const path = join(temporaryFolder(), 'vault.db');
    makeOurs(`${path}.copy`);
    writeFileSync(path, 'Dear sir or madam');
    expect(openDatabase({ path, schema }).ok).toBe(false);
    renameSync(`${path}.copy`, path);
    makeOurs(path);
  });
});
