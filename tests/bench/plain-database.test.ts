import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openPlainDatabase } from './plain-database.ts';
import { SMALL_SIZES } from './record-parts.ts';

it('what our wipe is compared with takes a record of the vault’s schema, and forgets it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-plain-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const plain = openPlainDatabase(join(folder, 'plain.db'));
  onTestFinished(() => plain.close());
  const reader = new Database(join(folder, 'plain.db'), { readonly: true });
  onTestFinished(() => void reader.close());
  const kept = (): unknown => reader.prepare('SELECT id FROM application').pluck().all();
  const record = plain.insert(SMALL_SIZES);
  expect(kept()).toEqual([record]);
  plain.remove(record);
  expect(kept()).toEqual([]);
});
