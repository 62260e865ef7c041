import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foreignElectron } from './foreign-electron.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nothing = async (): Promise<void> => undefined;

/** An Electron of which only the version and the first bytes matter. */
async function electron(version: string, machine: number): Promise<void> {
  await writeFile(join(folder, 'version'), version);
  const head = Buffer.alloc(64);
  head.write('\x7fELF', 'latin1');
  head.writeUInt16LE(machine, 18);
  await writeFile(join(folder, 'electron'), head);
  await chmod(join(folder, 'electron'), 0o755);
}

it('an Electron for the processor that is asked for is taken without being started', async () => {
  await electron('45.4.1', 183);
  expect(await foreignElectron('45.4.1', 'arm64', folder)).toMatchObject({
    ok: true,
    value: { kind: 'production', electronVersion: '45.4.1', folder },
  });
});

it.each([
  ['none is named', nothing, '', 'A package for linux-arm64 needs'],
  ['there is none', nothing, null, 'has no Electron 45.4.1'],
  ['it is of another version', () => electron('45.4.2', 183), null, 'has no Electron 45.4.1'],
  ['it is for this processor', () => electron('45.4.1', 62), null, 'for another processor'],
] as const)(
  'where %s it is said which input is missing, and where it comes from',
  async (_what, make, named, why) => {
    await make();
    const found = await foreignElectron('45.4.1', 'arm64', named ?? folder);
    expect(found).toEqual({ ok: false, error: expect.stringContaining(why) });
    expect(found).toEqual({ ok: false, error: expect.stringContaining('electron-v45.4.1-linux-arm64.zip') });
  },
);
