import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { makePrintingFolder, removeLeftFolders, removePrintingFolder } from './printing-folder.ts';

const MODULE = new URL('printing-folder.ts', import.meta.url).href;
const MAKER = `import { makePrintingFolder } from '${MODULE}';
  process.stdout.write(makePrintingFolder());
  setTimeout(() => undefined, 60_000);`;

/** Everything that stands in the temporary folder, which is another one for each test. */
let temporary = '';
const left = (): readonly string[] => readdirSync(temporary).sort();

beforeEach(() => {
  temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  return () => vi.unstubAllEnvs();
});

/** The id of a process that is gone. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

/** A folder as a worker leaves it that was killed. */
function leave(name: string): string {
  const path = join(temporary, name);
  mkdirSync(join(path, 'chromium'), { recursive: true });
  writeFileSync(join(path, 'chromium', 'Preferences'), '{}');
  return path;
}

describe('the folder of an Electron process that prints', () => {
  it('is made and removed with all that is in it', () => {
    const path = makePrintingFolder();
    writeFileSync(join(path, 'Preferences'), '{}');
    removePrintingFolder(path);
    expect(left()).toEqual([]);
    expect(() => removePrintingFolder(path)).not.toThrow();
  });

  it('stays as long as its worker lives, and goes once that was killed', async () => {
    const worker = spawn(process.execPath, ['--input-type=module', '--eval', MAKER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void worker.kill('SIGKILL'));
    await once(worker.stdout, 'data');
    removeLeftFolders();
    expect(left()).toHaveLength(1);
    worker.kill('SIGKILL');
    await once(worker, 'close');
    expect(left()).toHaveLength(1);
    removeLeftFolders();
    expect(left()).toEqual([]);
  });
});

describe('what another has left stays:', () => {
  it('another name', () => {
    const names = [`counterfoil-worker-${deadProcess()}-abc123`, 'counterfoil-print-', 'print-1-abc123'];
    for (const name of names) leave(name);
    removeLeftFolders();
    expect(left()).toEqual(names.sort());
  });

  it('a file, and a link to a folder', () => {
    const elsewhere = leave('elsewhere');
    const name = `counterfoil-print-${deadProcess()}`;
    writeFileSync(join(temporary, `${name}-file12`), '');
    symlinkSync(elsewhere, join(temporary, `${name}-link12`));
    removeLeftFolders();
    expect(left()).toEqual([`${name}-file12`, `${name}-link12`, 'elsewhere']);
    expect(readdirSync(elsewhere)).toEqual(['chromium']);
  });

  // Only root can give a folder away.
  it.runIf(process.getuid?.() === 0)('a folder of another user', () => {
    const name = `counterfoil-print-${deadProcess()}-abc123`;
    chownSync(leave(name), 65_534, 65_534);
    removeLeftFolders();
    expect(left()).toEqual([name]);
  });
});
