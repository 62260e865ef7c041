import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../tests/support/sample.ts';
import { openDatabase } from './open-database.test-support.ts';
import type { Database } from './open-database.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { startOpener, temporaryFolder } from './temporary-files.test-support.ts';

const journalMagic = 'd9d505f920a163d7';
const sizeAtStartOffset = 16;

function opened(path: string): Database {
  const result = openDatabase({ path, schema });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function sumOf(path: string): unknown {
  const database = opened(path);
  const sum = database
    .prepare("SELECT count(*) AS rows, sum(body = CAST(printf('%04000d', id) AS BLOB)) AS whole FROM notes")
    .get();
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  return sum;
}

describe('after SIGKILL', () => {
  it('in the middle of a transaction, the file is as it was before the transaction', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    const database = opened(path);
    database.exec(`WITH RECURSIVE ids(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 200)
      INSERT INTO notes (id, body) SELECT id, CAST(printf('%04000d', id) AS BLOB) FROM ids`);
    database.close();
    const before = readFileSync(path);

    const child = await startOpener(path, 'transaction');
    expect(child.answer).toEqual({ ok: true });
    await child.kill();

    // The control: the file had been changed, and the journal is hot.
    expect(readFileSync(path).equals(before)).toBe(false);
    expect(readFileSync(`${path}-journal`).toString('hex', 0, 8)).toBe(journalMagic);
    expect(sumOf(path)).toEqual({ rows: 200, whole: 200 });
  });

  it('at any moment of creating databases, each of them opens', async () => {
    for (const attempt of sample([0, 1, 2, 3, 4, 5, 6, 7], 0)) {
      const folder = join(temporaryFolder(), 'many');
      const child = await startOpener(folder, 'create-many');
      await wait(5 + attempt * 7);
      await child.kill();
      const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
      for (const name of names) expect(sumOf(join(folder, name))).toEqual({ rows: 0, whole: null });
    }
  });

  it('between the pages of the creation, what was begun is rolled back and made anew', () => {
    const path = join(temporaryFolder(), 'vault.db');
    opened(path).close();
    // The journal of a creation: a header that says "the file had no page", and no page.
    const journal = readFileSync(`${path}-journal`);
    expect(journal.length).toBe(512);
    Buffer.from(journalMagic, 'hex').copy(journal);
    journal.writeUInt32BE(0, sizeAtStartOffset);
    journal.writeUInt32BE(512, 20);
    journal.writeUInt32BE(4096, 24);
    writeFileSync(`${path}-journal`, journal);
    truncateSync(path, 4_096);
    expect(sumOf(path)).toEqual({ rows: 0, whole: null });
  });
});
