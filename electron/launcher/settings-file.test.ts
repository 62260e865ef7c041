import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { readSettingsFile } from './settings-file.ts';

const SELF = process.getuid?.() ?? 0;
const isRoot = SELF === 0;
const GOOD = 'data-folder = "/srv/kiosk"\n';

/** A settings file that is as it should be, in a folder of its own. */
function settingsFile(): string {
  const path = join(temporaryFolder(), 'counterfoil', 'settings.toml');
  mkdirSync(dirname(path), { mode: 0o755 });
  writeFileSync(path, GOOD, { mode: 0o644 });
  return path;
}

const read = (path: string, owners: readonly number[] = [SELF]) => readSettingsFile(path, owners);

it('is read where nobody but its owner can change it, whoever else may read it', () => {
  const path = settingsFile();
  for (const mode of [0o600, 0o640, 0o644, 0o444, 0o400]) {
    chmodSync(path, mode);
    expect(read(path)).toEqual({ ok: true, value: Buffer.from(GOOD) });
  }
});

it.each([0o620, 0o602, 0o666, 0o664])('is refused with the mode %o, which lets others write', (mode) => {
  const path = settingsFile();
  chmodSync(path, mode);
  expect(read(path)).toEqual({
    ok: false,
    error: { kind: 'unprotected-settings', why: 'writable', path, reason: `mode ${mode.toString(8)}` },
  });
});

it('is refused in a folder in which others could put another in its place', () => {
  const path = settingsFile();
  for (const mode of [0o775, 0o777, 0o1777]) {
    chmodSync(dirname(path), mode);
    expect(read(path)).toEqual({
      ok: false,
      error: {
        ...{ kind: 'unprotected-settings', why: 'writable' },
        ...{ path: dirname(path), reason: `mode ${mode.toString(8)}` },
      },
    });
  }
});

it('is refused where it belongs to somebody else, be it the folder alone', () => {
  const path = settingsFile();
  const reason = `user ${SELF}`;
  expect(read(path, [SELF + 1])).toMatchObject({
    error: { kind: 'unprotected-settings', why: 'foreign-owner', path: dirname(path), reason },
  });
});

it.runIf(isRoot)('is refused where the file alone is somebody else’s', () => {
  const path = settingsFile();
  execFileSync('chown', ['65534', path]);
  expect(read(path)).toMatchObject({
    error: { kind: 'unprotected-settings', why: 'foreign-owner', path, reason: 'user 65534' },
  });
  expect(read(path, [0, 65_534]).ok).toBe(true);
});

it('is refused where it is only a link, or lies behind one', () => {
  const path = settingsFile();
  const link = join(dirname(path), 'link.toml');
  symlinkSync(path, link);
  expect(read(link)).toMatchObject({ error: { kind: 'unprotected-settings', why: 'link', path: link } });
  const folder = `${dirname(path)}-elsewhere`;
  renameSync(dirname(path), folder);
  symlinkSync(folder, dirname(path));
  expect(read(path)).toMatchObject({
    error: { kind: 'unprotected-settings', why: 'link', path: dirname(path) },
  });
});

it('that is not there is told, also where its folder is not', () => {
  const path = settingsFile();
  for (const missing of [`${path}x`, join(dirname(path), 'no', 'settings.toml'), join(path, 'settings.toml')])
    expect(read(missing)).toEqual({ ok: false, error: { kind: 'no-settings', path: missing } });
});

it('that is no file is not read, and nobody waits for what a pipe may bring', () => {
  const path = settingsFile();
  const [folder, pipe] = [join(dirname(path), 'folder'), join(dirname(path), 'pipe')];
  mkdirSync(folder);
  execFileSync('mkfifo', ['-m', '600', pipe]);
  for (const other of [folder, pipe])
    expect(read(other)).toMatchObject({
      error: { kind: 'unreadable-settings', why: 'no-file', path: other },
    });
});

it('that has more than 64 KiB is not read', () => {
  const path = settingsFile();
  truncateSync(path, 64 * 1024);
  expect(read(path).ok).toBe(true);
  truncateSync(path, 64 * 1024 + 1);
  expect(read(path)).toMatchObject({
    error: { kind: 'unreadable-settings', why: 'too-large', reason: '65537 bytes' },
  });
});

it.runIf(!isRoot)('that may not be read is told', () => {
  const path = settingsFile();
  chmodSync(path, 0o200);
  expect(read(path)).toMatchObject({
    error: { kind: 'unreadable-settings', why: 'not-read', reason: 'EACCES' },
  });
});
