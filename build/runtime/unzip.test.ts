import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { unzip } from './unzip.ts';
import { zipOf } from './zip.test-support.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'unzip-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unzipped(archive: Buffer) {
  const file = path.join(folder, 'archive.zip');
  await writeFile(file, archive);
  return unzip(file, path.join(folder, 'place'), 'Vendor/', ['resources', 'snapshot.bin']);
}

describe('unzipping', () => {
  it('takes what lies below the root with its modes, and leaves out what is named', async () => {
    const archive = zipOf([
      { name: 'Vendor/', content: '', mode: 0o755 },
      { name: 'Vendor/program', content: 'ELF', mode: 0o755 },
      { name: 'Vendor/locales/en.pak', content: 'words', mode: 0o644 },
      { name: 'Vendor/snapshot.bin', content: 'theirs', mode: 0o644 },
      { name: 'Vendor/resources/app/theirs.js', content: 'theirs', mode: 0o644 },
      { name: 'Vendor/resources.pak', content: 'ours', mode: 0o644 },
      { name: 'Other/file', content: 'theirs', mode: 0o644 },
    ]);
    expect(await unzipped(archive)).toEqual(ok(undefined));
    const place = path.join(folder, 'place');
    expect((await readdir(place)).sort()).toEqual(['locales', 'program', 'resources.pak']);
    expect(await readFile(path.join(place, 'locales', 'en.pak'), 'utf8')).toBe('words');
    expect((await stat(path.join(place, 'program'))).mode & 0o777).toBe(0o755);
  });

  it('follows no name out of the folder', async () => {
    const archive = zipOf([{ name: 'Vendor/../../outside', content: 'x', mode: 0o644 }]);
    expect(await unzipped(archive)).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['archive.zip']);
  });

  it('says so of an archive cut short', async () => {
    const whole = zipOf([{ name: 'Vendor/program', content: 'ELF', mode: 0o755 }]);
    expect(await unzipped(whole.subarray(0, whole.length - 10))).toEqual({
      ok: false,
      error: expect.stringContaining('the archive cannot be unpacked'),
    });
  });
});
