import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { journalEraser } from './erase-journal.ts';
import { openDatabase } from './open-database.test-support.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { temporaryFolder } from './temporary-files.test-support.ts';

const disk = vi.hoisted(() => ({ takesSyncs: true, written: 0, synced: 0 }));

/** The real file system, but for a disk that fails when it is told to sync. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    writeSync(...given: Parameters<typeof real.writeSync>) {
      const count = real.writeSync(...given);
      disk.written += count;
      return count;
    },
    fdatasyncSync(file: number) {
      if (!disk.takesSyncs) throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
      disk.synced += 1;
      real.fdatasyncSync(file);
    },
  };
});

it('writes and syncs every zero once more after a sync that failed: what is read then proves nothing', () => {
  const path = join(temporaryFolder(), 'vault.db');
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(result.error.kind);
  const database = result.value;
  onTestFinished(() => void database.close());
  database.exec('INSERT INTO notes (id, body) VALUES (1, zeroblob(500000))');
  const erase = journalEraser(database);
  erase();
  database.prepare('UPDATE notes SET body = ?').run(randomBytes(400_000));
  const journal = readFileSync(`${path}-journal`);
  expect(journal.some((byte) => byte !== 0)).toBe(true);
  disk.takesSyncs = false;
  expect(erase).toThrow('EIO');
  // As the kernel shows it: zeros, although the disk has refused them.
  expect(readFileSync(`${path}-journal`).every((byte) => byte === 0)).toBe(true);
  expect(erase).toThrow('EIO');
  disk.takesSyncs = true;
  Object.assign(disk, { written: 0, synced: 0 });
  erase();
  expect(disk).toMatchObject({ written: journal.length, synced: 1 });
  // And then no more than there is.
  Object.assign(disk, { written: 0, synced: 0 });
  erase();
  expect(disk).toMatchObject({ written: 0, synced: 0 });
});

it('syncs once at the first of a start: a keeper before it may not have lived to do so', () => {
  const path = join(temporaryFolder(), 'vault.db');
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(result.error.kind);
  const database = result.value;
  onTestFinished(() => void database.close());
  journalEraser(database)();
  Object.assign(disk, { written: 0, synced: 0 });
  journalEraser(database)();
  expect(disk).toMatchObject({ written: 0, synced: 1 });
});
