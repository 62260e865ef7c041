import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { DatabaseSchema } from './database-schema.ts';
import { openDatabase } from './open-database.test-support.ts';
import { nextSchema, sampleSchema } from './sample-schema.test-support.ts';
import { snapshotOf, temporaryFolder } from './temporary-files.test-support.ts';

const NOTES = 40;
const PAGE_BYTES = 4096;

/** A file of the version before with a page for each of its notes, in a folder of its own. */
function olderFile(change?: (path: string) => void): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'vault.db');
  const made = openDatabase({ path, schema: sampleSchema });
  if (!made.ok) throw new Error(made.error.kind);
  const insert = made.value.prepare('INSERT INTO notes (body) VALUES (zeroblob(3000))');
  for (let count = 0; count < NOTES; count += 1) insert.run();
  made.value.close();
  change?.(path);
  return { folder, path };
}

function elsewhere(path: string, sql: string): void {
  const database = new Sqlite(path);
  database.exec(sql);
  database.close();
}

function open(path: string, schema: DatabaseSchema = nextSchema(false)) {
  const opened = openDatabase({ path, schema });
  if (opened.ok) opened.value.close();
  return opened.ok ? 'open' : opened.error;
}

/** Its way leads over what is no note. */
function strict(): DatabaseSchema {
  const { migrations, ...next } = nextSchema(false);
  return {
    ...next,
    migrations: migrations.map(({ carry, ...way }) => ({
      ...way,
      carry: (tables) =>
        carry?.(new Map([['notes', (tables.get('notes') ?? []).map((row) => ({ ...row, id: 'one' }))]])) ??
        tables,
    })),
  };
}

describe('an older file that cannot be carried over stays byte for byte as it is', () => {
  it.each([
    [
      'its version declared something else',
      (path: string) => elsewhere(path, 'DROP TRIGGER notes_stay'),
      nextSchema(false),
      { kind: 'corrupt', reason: 'schema-differs' },
    ],
    [
      'a page is damaged',
      (path: string) => {
        const content = readFileSync(path);
        content.fill(0xff, 2 * PAGE_BYTES, 2 * PAGE_BYTES + 64);
        writeFileSync(path, content);
      },
      nextSchema(false),
      { kind: 'corrupt', reason: 'malformed' },
    ],
    [
      'the new tables do not take a row of it',
      (path: string) => elsewhere(path, "INSERT INTO notes (body) VALUES (x'00')"),
      nextSchema(false),
      { kind: 'corrupt', reason: 'does-not-migrate' },
    ],
    [
      'a row is none of that version',
      () => undefined,
      strict(),
      { kind: 'corrupt', reason: 'does-not-migrate' },
    ],
  ])('%s', (_why, change, schema, error) => {
    const { folder, path } = olderFile(change);
    const before = snapshotOf(folder);
    expect(open(path, schema)).toEqual(error);
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('a bug in the way is thrown, and not taken for damage', () => {
    const { folder, path } = olderFile();
    const before = snapshotOf(folder);
    const { migrations, ...next } = nextSchema(false);
    const broken = migrations.map((way) => ({
      ...way,
      carry: () => {
        throw new Error('no such word');
      },
    }));
    expect(() => open(path, { ...next, migrations: broken })).toThrow('no such word');
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('is carried over where nothing is wrong with it', () => {
    for (const copies of [false, true]) expect(open(olderFile().path, nextSchema(copies))).toBe('open');
  });
});

/** Opens in a process whose files may get no longer than this: what comes after it the disk does not take. */
function updateWithin(path: string, bytes: number, action: 'update' | 'growing-update'): unknown {
  const child = fileURLToPath(new URL('opener-child.test-support.ts', import.meta.url));
  const limited = ['-c', `ulimit -f ${Math.floor(bytes / 1024)}; exec "$0" "$@"`];
  const { stdout } = spawnSync('bash', [...limited, process.execPath, child, path, action], {
    input: '',
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  it.each([
    ['before the file has grown', 'growing-update', (size: number) => size + 10 * PAGE_BYTES],
    // The journal holds every page with its number beside it: it is longer than the file.
    ['in the transaction, at the journal', 'update', (size: number) => size],
  ] as const)('%s: nothing has changed, and with room it is carried over', (_when, action, limit) => {
    const { path } = olderFile();
    const before = readFileSync(path);
    const { size } = statSync(path);
    expect(updateWithin(path, limit(size), action)).toMatchObject({
      ok: false,
      error: { kind: 'unwritable' },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(updateWithin(path, 100 * size, action)).toEqual({ ok: true });
    const carried = new Sqlite(path, { readonly: true });
    expect(carried.pragma('user_version', { simple: true })).toBe(3);
    expect(carried.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(NOTES);
    carried.close();
  });
});
