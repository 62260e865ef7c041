import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.test-support.ts';
import { sampleSchema as schema } from './sample-schema.test-support.ts';
import { startOpener, temporaryFolder } from './temporary-files.test-support.ts';

describe.skipIf(process.platform === 'win32')('a disk that takes no writes', () => {
  // Permissions do not bind the superuser: then somebody else must be the opener.
  const nobody = 65_534;
  const opener = process.getuid?.() === 0 ? nobody : undefined;

  it.each([
    ['a file for reading only', 0o400, 0o700, 'SQLITE_READONLY'],
    ['a folder in which no journal can be made', 0o600, 0o500, 'SQLITE_READONLY_DIRECTORY'],
    ['a file that may not even be read', 0o000, 0o700, 'EACCES'],
  ])('%s', async (_name, fileMode, folderMode, code) => {
    const folder = temporaryFolder();
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    const path = join(inner, 'vault.db');
    const database = openDatabase({ path, schema });
    if (!database.ok) throw new Error(database.error.kind);
    database.value.close();
    // Otherwise the journal that is there already would be used, and no new one needed.
    rmSync(`${path}-journal`);
    const before = readFileSync(path);
    if (opener !== undefined) for (const name of [folder, inner, path]) chownSync(name, opener, opener);
    chmodSync(path, fileMode);
    chmodSync(inner, folderMode);
    const child = await startOpener(path, 'hold', opener);
    chmodSync(inner, 0o700);
    expect(child.answer).toEqual({ ok: false, error: { kind: 'unwritable', code } });
    chmodSync(path, 0o600);
    expect(readFileSync(path)).toEqual(before);
  });
});
