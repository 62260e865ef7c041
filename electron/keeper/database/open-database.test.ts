import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.test-support.ts';
import { type Database, finishDatabase, prepareDatabase } from './open-database.ts';
import { nextSchema, sampleSchema as schema } from './sample-schema.test-support.ts';
import { snapshotOf, startOpener, temporaryFolder } from './temporary-files.test-support.ts';

function opened(path: string): Database {
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a new database', () => {
  it('carries our marks and the schema, for the owner only, and no other file but the journal', () => {
    const folder = temporaryFolder();
    const database = opened(join(folder, 'vault.db'));
    expect(database.pragma('application_id', { simple: true })).toBe(schema.applicationId);
    expect(database.pragma('user_version', { simple: true })).toBe(schema.version);
    database.exec("INSERT INTO notes (body) VALUES (x'00')");
    expect(readdirSync(folder).sort()).toEqual(['vault.db', 'vault.db-journal']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    database.close();
  });

  it('is made of an empty file, which a crash at creation leaves, and closes it to others', () => {
    const path = join(temporaryFolder(), 'vault.db');
    writeFileSync(path, '');
    chmodSync(path, 0o644);
    opened(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    opened(path).close();
  });

  it('is not made when the schema has an error: that is a bug', () => {
    const path = join(temporaryFolder(), 'vault.db');
    expect(() => openDatabase({ path, schema: { ...schema, sql: 'CREATE TABEL notes' } })).toThrow('syntax');
    expect(lstatSync(path).size).toBe(0);
    opened(path).close();
  });
});

describe('an open database', () => {
  it('has every pragma that the wipe relies on, also when it is opened again', () => {
    const path = join(temporaryFolder(), 'vault.db');
    opened(path).close();
    const database = opened(path);
    const found = Object.fromEntries(
      ['journal_mode', 'synchronous', 'secure_delete', 'temp_store', 'foreign_keys', 'trusted_schema']
        .concat(['cell_size_check', 'locking_mode', 'recursive_triggers', 'journal_size_limit', 'mmap_size'])
        .map((pragma) => [pragma, database.pragma(pragma, { simple: true })]),
    );
    database.close();
    expect(found).toEqual({
      journal_mode: 'persist',
      synchronous: 2,
      secure_delete: 1,
      temp_store: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      locking_mode: 'exclusive',
      recursive_triggers: 1,
      journal_size_limit: -1,
      mmap_size: 0,
    });
  });

  it('keeps what was written', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const first = opened(path);
    first.prepare('INSERT INTO notes (body) VALUES (?)').run(Buffer.from('kept'));
    first.close();
    const second = opened(path);
    expect(second.prepare('SELECT body FROM notes').pluck().all()).toEqual([Buffer.from('kept')]);
    second.close();
  });

  it('does not let REPLACE past a delete trigger', () => {
    const database = opened(join(temporaryFolder(), 'vault.db'));
    database.exec("INSERT INTO notes (id, body) VALUES (1, x'00')");
    expect(() => database.exec("REPLACE INTO notes (id, body) VALUES (1, x'01')")).toThrow('no delete');
    database.close();
  });
});

describe('a second opener', () => {
  it('is refused in this process, under another name of the file too, and the lock outlives the attempt', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    const database = opened(path);
    linkSync(path, join(folder, 'other-name.db'));
    expect(openDatabase({ path, schema })).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(openDatabase({ path: join(folder, 'other-name.db'), schema })).toEqual({
      ok: false,
      error: { kind: 'locked' },
    });
    // Had the attempts read the file, this process would have lost its lock and the child would get in.
    expect((await startOpener(path, 'hold')).answer).toEqual({ ok: false, error: { kind: 'locked' } });
    database.close();
    opened(path).close();
  });

  it.skipIf(process.platform === 'win32')(
    'would get in if this process read the file: the trap',
    async () => {
      const path = join(temporaryFolder(), 'vault.db');
      const database = opened(path);
      readFileSync(path);
      expect((await startOpener(path, 'hold')).answer).toEqual({ ok: true });
      database.close();
    },
  );

  it('is refused while another process has it, and gets in once that was killed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'vault.db');
    const child = await startOpener(path, 'hold');
    expect(child.answer).toEqual({ ok: true });
    const before = snapshotOf(folder);
    const refuse = (): number => {
      const started = performance.now();
      expect(openDatabase({ path, schema })).toEqual({ ok: false, error: { kind: 'locked' } });
      return performance.now() - started;
    };
    // At once is a fraction of a millisecond; the package's own default waits for five seconds. A machine that stands still
    // meanwhile does not do so three times.
    expect(Math.min(refuse(), refuse(), refuse())).toBeLessThan(4_000);
    expect(snapshotOf(folder)).toEqual(before);
    await child.kill();
    opened(path).close();
  });

  it('is refused from the first look at an older file on, so that who looked can carry it over', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    opened(path).close();
    const prepared = prepareDatabase({ path, schema: nextSchema(false) });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    const child = await startOpener(path, 'prepare-update');
    expect(child.answer).toEqual({ ok: false, error: { kind: 'locked' } });
    const finished = finishDatabase(prepared.value);
    expect(finished.ok).toBe(true);
    if (finished.ok) finished.value.close();
    await child.kill();
  });

  it('that comes after one which only looked finds the older file as it was', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    opened(path).close();
    const child = await startOpener(path, 'prepare-update');
    expect(child.answer).toEqual({ ok: true });
    expect(openDatabase({ path, schema: nextSchema(false) })).toEqual({
      ok: false,
      error: { kind: 'locked' },
    });
    await child.kill();
    opened(path).close();
  });
});

describe('arguments', () => {
  it.each(['vault.db', '/tmp/vault.db ', ':memory:', ''])('refuses the path "%s": a bug', (path) => {
    expect(() => openDatabase({ path, schema })).toThrow('absolute');
  });

  it('refuses an application id that every unmarked file has, and version 0', () => {
    const path = join(temporaryFolder(), 'vault.db');
    expect(() => openDatabase({ path, schema: { ...schema, applicationId: 0 } })).toThrow('application id');
    expect(() => openDatabase({ path, schema: { ...schema, version: 0 } })).toThrow('version');
  });
});
