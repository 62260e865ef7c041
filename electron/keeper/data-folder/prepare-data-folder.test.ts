import { chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { KIOSK_FILES, RECORDS } from './kiosk-files.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';

/** Debian's nobody. */
const STRANGER = 65_534;
const isRoot = process.getuid?.() === 0;

describe('the data folder', () => {
  it('is made with all that lies above it, for its owner alone', () => {
    const path = join(temporaryFolder(), 'state', 'counterfoil');
    expect(prepareDataFolder(path)).toEqual({ ok: true, value: null });
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(prepareDataFolder(path).ok).toBe(true);
  });

  it('may be reached by a link', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'disk'));
    symlinkSync(join(folder, 'disk'), join(folder, 'data'));
    expect(prepareDataFolder(join(folder, 'data')).ok).toBe(true);
  });

  it('is refused where a file is in its place, or in that of a folder above it', () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    const refused = { ok: false, error: { kind: 'not-a-folder', path: file } };
    expect(prepareDataFolder(file)).toEqual(refused);
    expect(prepareDataFolder(join(file, 'deeper', 'still'))).toEqual(refused);
  });

  it('is refused where a link leads nowhere, or in a circle', () => {
    const folder = temporaryFolder();
    const link = join(folder, 'data');
    symlinkSync(join(folder, 'nowhere'), link);
    const refused = { ok: false, error: { kind: 'dangling-link', path: link } };
    expect(prepareDataFolder(link)).toEqual(refused);
    expect(prepareDataFolder(join(link, 'kiosk'))).toEqual(refused);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    const circle = join(folder, 'circle');
    symlinkSync(circle, circle);
    expect(prepareDataFolder(circle)).toMatchObject({ error: { kind: 'dangling-link' } });
  });

  it.skipIf(isRoot)('is refused by the system’s own name where nothing may be made or written', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const refused = { error: { kind: 'unwritable', code: 'EACCES' } };
    expect(prepareDataFolder(folder)).toMatchObject(refused);
    expect(prepareDataFolder(join(folder, 'data'))).toMatchObject(refused);
  });

  it('is refused where it is another account’s, the folder or a file in it, although root could write it', () => {
    const folder = temporaryFolder();
    // Only root can give something away; everybody else finds something of root's.
    if (isRoot) chownSync(folder, STRANGER, STRANGER);
    const foreign = isRoot ? folder : '/usr';
    expect(prepareDataFolder(foreign)).toEqual({
      ok: false,
      error: { kind: 'foreign-owner', path: foreign },
    });
    if (!isRoot) return;
    chownSync(folder, 0, 0);
    for (const name of [...Object.values(KIOSK_FILES), ...Object.values(RECORDS)]) {
      const path = join(folder, name);
      writeFileSync(path, '');
      chownSync(path, STRANGER, STRANGER);
      expect(prepareDataFolder(folder)).toEqual({ ok: false, error: { kind: 'foreign-owner', path } });
      chownSync(path, 0, 0);
    }
  });

  it('is refused where other accounts may write a record by which processes are ended', () => {
    const folder = temporaryFolder();
    for (const name of Object.values(RECORDS).flatMap((each) => [each, `${each}.next`])) {
      const path = join(folder, name);
      writeFileSync(path, '{}', { mode: 0o600 });
      expect(prepareDataFolder(folder).ok).toBe(true);
      for (const mode of [0o620, 0o602]) {
        chmodSync(path, mode);
        expect(prepareDataFolder(folder)).toEqual({ ok: false, error: { kind: 'open-to-others', path } });
      }
      chmodSync(path, 0o600);
    }
  });
});
