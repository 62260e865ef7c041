import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executableIn, findInstalledElectron } from './production.ts';
import { pinnedElectronVersion } from './runtime.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'production-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an installed Electron', () => {
  it('counts with exactly the pinned version and a binary', async () => {
    await writeFile(path.join(folder, 'version'), 'v45.4.1\n');
    expect(await findInstalledElectron('45.4.1', folder)).toBeNull();
    await writeFile(executableIn(folder), '', { mode: 0o755 });
    expect(await findInstalledElectron('45.4.1', folder)).toEqual({
      executable: executableIn(folder),
      folder,
    });
    expect(await findInstalledElectron('45.4', folder)).toBeNull();
    expect(await findInstalledElectron('45.4.2', folder)).toBeNull();
  });

  it('has its executable where its platform wants it', () => {
    expect(executableIn('/dist', 'darwin')).toBe('/dist/Electron.app/Contents/MacOS/Electron');
    expect(executableIn('/dist', 'win32')).toBe('/dist/electron.exe');
  });

  it('is wanted in version 45', () => {
    expect(pinnedElectronVersion()).toMatch(/^45\.\d+\.\d+$/);
  });
});
