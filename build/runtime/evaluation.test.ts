import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { firstOf } from '../../tests/support/sample.ts';
import { runCommand } from '../machine/command.ts';
import type { CacheOwner } from './cache-folder.ts';
import { ensureEvaluationRuntime, type FetchTarball } from './evaluation.ts';
import { installLauncher, launcherIsCurrent } from './launcher.ts';
import { digestOfFile, npmCommand } from './npm-pack.ts';
import { electron25, electron33, type RuntimePin } from './pins.ts';
import { zipOf } from './zip.test-support.ts';

let folder: string;
let owner: CacheOwner;
let tarball: string;
let pin: RuntimePin;
const silent = () => {};

const distribution: Readonly<Record<string, string>> = {
  executable: 'ELF',
  'LICENSE.electron.txt': 'MIT',
  'resources/app/theirs.js': '',
  'resources/app-update.yml': '',
};

async function packTar(archive: string): Promise<void> {
  const source = path.join(folder, 'distribution');
  await mkdir(path.join(source, 'resources', 'app'), { recursive: true });
  for (const [name, content] of Object.entries(distribution)) {
    await writeFile(path.join(source, name), content, { mode: 0o700 });
  }
  await runCommand('tar', ['-czf', archive, '-C', source, '.']);
}

function packZip(archive: string): Promise<void> {
  const files = Object.entries(distribution).map(([name, content]) => ({
    ...{ name: `Cypress/${name}`, content, mode: 0o700 },
  }));
  return writeFile(archive, zipOf(files));
}

/** A package like the real one, with a few bytes for an Electron, which have no fuses. */
async function packLike(real: RuntimePin): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'evaluation-test-'));
  owner = { isRoot: true, home: '/nowhere', cacheHome: undefined, systemFolder: path.join(folder, 'cache') };
  const archive = path.join(folder, real.distribution.archive);
  await mkdir(path.dirname(archive), { recursive: true });
  await (real.distribution.kind === 'tar' ? packTar(archive) : packZip(archive));
  tarball = path.join(folder, 'package.tgz');
  await runCommand('tar', ['-czf', tarball, '-C', folder, 'package']);
  pin = {
    ...real,
    integrity: `sha512-${await digestOfFile('sha512', tarball, 'base64')}`,
    executableSha256: createHash('sha256').update('ELF').digest('hex'),
    distribution: { ...real.distribution, executable: 'executable' },
    vendorSnapshot: false,
  };
}
afterEach(() => rm(folder, { recursive: true, force: true }));

const fetchTarball: FetchTarball = () => Promise.resolve(ok(tarball));
const place = () => path.join(owner.systemFolder, pin.folderName);

describe
  .runIf(process.platform === 'linux' && process.arch === 'x64')
  .each(firstOf([electron33, electron25], 1))('bringing Electron $electronVersion', (real) => {
  beforeEach(() => packLike(real));

  it('leaves an Electron with our launcher, readable by everybody, without their app', async () => {
    expect(await ensureEvaluationRuntime(owner, silent, pin, fetchTarball)).toEqual(ok(place()));
    expect((await readdir(place())).sort()).toEqual([
      'LICENSE.electron.txt',
      'electron',
      'resources',
      'version',
    ]);
    expect(await readdir(path.join(place(), 'resources'))).toEqual(['app']);
    expect((await readdir(path.join(place(), 'resources', 'app'))).sort()).toEqual([
      'main.js',
      'package.json',
    ]);
    expect(await readFile(path.join(place(), 'version'), 'utf8')).toBe(real.electronVersion);
    expect((await stat(path.join(place(), 'electron'))).mode & 0o777).toBe(0o755);
    expect(await readdir(owner.systemFolder)).toEqual([pin.folderName]);
  });

  it('fetches nothing the second time, and mends an older launcher', async () => {
    await ensureEvaluationRuntime(owner, silent, pin, fetchTarball);
    await writeFile(path.join(place(), 'resources', 'app', 'main.js'), '// older');
    const never: FetchTarball = () => Promise.reject(new Error('fetched again'));
    expect(await ensureEvaluationRuntime(owner, silent, pin, never)).toEqual(ok(place()));
    expect(await launcherIsCurrent(place())).toBe(true);
  });

  it('survives several runs at once', async () => {
    const runs = [1, 2, 3].map(() => ensureEvaluationRuntime(owner, silent, pin, fetchTarball));
    expect(await Promise.all(runs)).toEqual([ok(place()), ok(place()), ok(place())]);
    expect(await readdir(owner.systemFolder)).toEqual([pin.folderName]);
  });

  it('uses nothing of a package with other bytes', async () => {
    const other = { ...pin, integrity: real.integrity };
    const refused = await ensureEvaluationRuntime(owner, silent, other, fetchTarball);
    expect(refused.ok ? '' : refused.error).toContain('sha512 differs');
    expect(await readdir(owner.systemFolder)).toEqual([]);
  });

  it('refuses another executable in the right package', async () => {
    const other = { ...pin, executableSha256: real.executableSha256 };
    expect(await ensureEvaluationRuntime(owner, silent, other, fetchTarball)).toMatchObject({ ok: false });
    expect(await readdir(owner.systemFolder)).toEqual([]);
  });

  it('says why the registry did not give it, and leaves nothing', async () => {
    const offline: FetchTarball = () => Promise.resolve(err('npm could not fetch it: ENOTFOUND'));
    expect(await ensureEvaluationRuntime(owner, silent, pin, offline)).toEqual(
      err('npm could not fetch it: ENOTFOUND'),
    );
    expect(await readdir(owner.systemFolder)).toEqual([]);
  });

  it('clears away what a killed run left long ago, and leaves what may be at work', async () => {
    for (const name of ['.unpacking-old', '.unpacking-new'])
      await mkdir(path.join(owner.systemFolder, name), { recursive: true });
    await utimes(path.join(owner.systemFolder, '.unpacking-old'), 0, 0);
    await ensureEvaluationRuntime(owner, silent, pin, fetchTarball);
    expect((await readdir(owner.systemFolder)).sort()).toEqual(['.unpacking-new', pin.folderName]);
  });

  it('says that a cache cannot be written to', async () => {
    const nowhere = { ...owner, systemFolder: path.join(tarball, 'cache') };
    const refused = await ensureEvaluationRuntime(nowhere, silent, pin, fetchTarball);
    expect(refused.ok ? '' : refused.error).toContain('cannot be written to');
  });

  it('names what stands in its way', async () => {
    await mkdir(path.join(place(), 'something'), { recursive: true });
    const blocked = await ensureEvaluationRuntime(owner, silent, pin, fetchTarball);
    expect(blocked.ok ? '' : blocked.error).toContain(`${place()} is in the way`);
  });

  it("gives a person what root has fetched, or puts it into the person's own cache", async () => {
    const person = { ...owner, isRoot: false, cacheHome: path.join(folder, 'own') };
    const own = path.join(folder, 'own', 'counterfoil', 'runtime', pin.folderName);
    expect(await ensureEvaluationRuntime(person, silent, pin, fetchTarball)).toEqual(ok(own));
    await ensureEvaluationRuntime(owner, silent, pin, fetchTarball);
    expect(await ensureEvaluationRuntime(person, silent, pin, fetchTarball)).toEqual(ok(place()));
  });
});

describe('the npm that fetches it', () => {
  it('is the one that is running, and no other package manager', () => {
    expect(npmCommand('/usr/lib/node_modules/npm/bin/npm-cli.js')[0]).toBe(process.execPath);
    expect(npmCommand('/usr/lib/node_modules/yarn/bin/yarn.js')).toEqual(['npm']);
    expect(npmCommand(undefined)).toEqual(['npm']);
  });
});

describe('the launcher', () => {
  beforeEach(() => packLike(electron33));

  it('is put in place, and an older one is noticed', async () => {
    expect(await launcherIsCurrent(folder)).toBe(false);
    await installLauncher(folder);
    expect(await launcherIsCurrent(folder)).toBe(true);
    await writeFile(path.join(folder, 'resources', 'app', 'main.js'), '// older');
    expect(await launcherIsCurrent(folder)).toBe(false);
  });
});
