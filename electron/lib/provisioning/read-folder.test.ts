import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { folderBytes, trustedProgramme, writeFolder } from './provisioning.test-support.ts';
import { readProvisioningFolder } from './read-folder.ts';

const { programme } = trustedProgramme();
const good = folderBytes(programme);

it('a folder is read whole, byte for byte', () => {
  const read = readProvisioningFolder(writeFolder(good));
  if (!read.ok) throw new Error(read.error.kind);
  expect([...read.value.keys()].sort()).toEqual([...good.keys()].sort());
  for (const [name, bytes] of read.value)
    expect(Buffer.from(bytes).equals(good.get(name) ?? Buffer.alloc(0))).toBe(true);
});

it('what is missing is for whoever reads the manifest to say', () => {
  const read = readProvisioningFolder(workingFolder());
  expect(read).toEqual({ ok: true, value: new Map() });
});

it.each(['.DS_Store', 'staff.json.bak', 'System Volume Information', 'policy.json '])(
  'a folder that holds “%s” as well is refused',
  (name) => {
    const folder = writeFolder(good);
    writeFileSync(join(folder, name), '');
    expect(readProvisioningFolder(folder)).toEqual({ ok: false, error: { kind: 'unknown-file', name } });
  },
);

it('nothing is read through a link, of the folder or of a file in it', () => {
  const folder = writeFolder(good);
  const link = join(workingFolder(), 'link');
  symlinkSync(folder, link);
  expect(readProvisioningFolder(link)).toMatchObject({ error: { kind: 'no-folder', path: link } });
  const staff = join(folder, 'staff.json');
  rmSync(staff);
  // Also where it leads to the very bytes that are listed.
  symlinkSync(`${writeFolder(good)}/staff.json`, staff);
  expect(readProvisioningFolder(folder)).toEqual({
    ok: false,
    error: { kind: 'unreadable-file', name: 'staff.json', why: 'no-file', reason: 'ELOOP' },
  });
});

it.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a pipe, for which nobody waits', (path: string) => execFileSync('mkfifo', [path])],
  ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
])('what is %s in the place of a file is refused', (_what, make) => {
  const folder = writeFolder(good);
  const path = join(folder, 'policy.json');
  rmSync(path);
  make(path);
  expect(readProvisioningFolder(folder)).toMatchObject({
    error: { kind: 'unreadable-file', name: 'policy.json', why: 'no-file' },
  });
});

it('a socket is no file either', async () => {
  const folder = writeFolder(good);
  const path = join(folder, 'settings.toml');
  rmSync(path);
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  expect(readProvisioningFolder(folder)).toMatchObject({
    error: { kind: 'unreadable-file', why: 'no-file' },
  });
});

it.each([...good.keys()])('%s is not read beyond the size that it can have', (name) => {
  const folder = writeFolder(good);
  truncateSync(join(folder, name), 2 * 1024 * 1024);
  expect(readProvisioningFolder(folder)).toMatchObject({
    error: { kind: 'unreadable-file', name, why: 'too-large', reason: '2097152 bytes' },
  });
});

it('a path that leads nowhere, or to a file, is no folder', () => {
  const folder = workingFolder();
  writeFileSync(join(folder, 'file'), '');
  for (const [name, reason] of [
    ['file', 'ENOTDIR'],
    ['nothing', 'ENOENT'],
  ] as const)
    expect(readProvisioningFolder(join(folder, name))).toEqual({
      ok: false,
      error: { kind: 'no-folder', path: join(folder, name), reason },
    });
});
