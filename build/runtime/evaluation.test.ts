import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { runCommand } from '../machine/command.ts';
import type { CacheOwner } from './cache-folder.ts';
import { ensureEvaluationRuntime, type FetchTarball } from './evaluation.ts';
import { installLauncher, launcherIsCurrent } from './launcher.ts';
import { digestOfFile, npmCommand } from './npm-pack.ts';
import { evaluationPin, type RuntimePin } from './pins.ts';

let folder: string;
let owner: CacheOwner;
let tarball: string;
let pin: RuntimePin;
const silent = () => {};

/** A package like the real one, with a few bytes for an Electron. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'evaluation-test-'));
  owner = { isRoot: true, home: '/nowhere', cacheHome: undefined, systemFolder: path.join(folder, 'cache') };
  const distribution = path.join(folder, 'distribution');
  await mkdir(path.join(distribution, 'resources', 'app'), { recursive: true });
  await writeFile(path.join(distribution, 'executable'), 'ELF', { mode: 0o700 });
  await writeFile(path.join(distribution, 'LICENSE.electron.txt'), 'MIT');
  await writeFile(path.join(distribution, 'resources', 'app', 'theirs.js'), '');
  await writeFile(path.join(distribution, 'resources', 'app-update.yml'), '');
  await mkdir(path.join(folder, 'package', 'release'), { recursive: true });
  await runCommand('tar', ['-czf', path.join(folder, 'package/release/app.tar.gz'), '-C', distribution, '.']);
  tarball = path.join(folder, 'package.tgz');
  await runCommand('tar', ['-czf', tarball, '-C', folder, 'package']);
  pin = {
    ...evaluationPin,
    integrity: `sha512-${await digestOfFile('sha512', tarball, 'base64')}`,
    executableSha256: await digestOfFile('sha256', path.join(distribution, 'executable'), 'hex'),
    shippedExecutable: 'executable',
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fetchTarball: FetchTarball = () => Promise.resolve(ok(tarball));
const place = () => path.join(owner.systemFolder, pin.folderName);

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'bringing the evaluation runtime',
  () => {
    it('leaves an Electron with our launcher, readable by everybody, without their app', async () => {
      expect(await ensureEvaluationRuntime(owner, silent, fetchTarball, pin)).toEqual(ok(place()));
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
      expect(await readFile(path.join(place(), 'version'), 'utf8')).toBe('25.1.1');
      expect((await stat(path.join(place(), 'electron'))).mode & 0o777).toBe(0o755);
      expect(await readdir(owner.systemFolder)).toEqual([pin.folderName]);
    });

    it('fetches nothing the second time, and mends an older launcher', async () => {
      await ensureEvaluationRuntime(owner, silent, fetchTarball, pin);
      await writeFile(path.join(place(), 'resources', 'app', 'main.js'), '// older');
      const never: FetchTarball = () => Promise.reject(new Error('fetched again'));
      expect(await ensureEvaluationRuntime(owner, silent, never, pin)).toEqual(ok(place()));
      expect(await launcherIsCurrent(place())).toBe(true);
    });

    it('survives several runs at once', async () => {
      const runs = [1, 2, 3].map(() => ensureEvaluationRuntime(owner, silent, fetchTarball, pin));
      expect(await Promise.all(runs)).toEqual([ok(place()), ok(place()), ok(place())]);
      expect(await readdir(owner.systemFolder)).toEqual([pin.folderName]);
    });

    it('uses nothing of a package with other bytes', async () => {
      const other = { ...pin, integrity: evaluationPin.integrity };
      const refused = await ensureEvaluationRuntime(owner, silent, fetchTarball, other);
      expect(refused.ok ? '' : refused.error).toContain('sha512 differs');
      expect(await readdir(owner.systemFolder)).toEqual([]);
    });

    it('refuses another executable in the right package', async () => {
      const other = { ...pin, executableSha256: evaluationPin.executableSha256 };
      expect(await ensureEvaluationRuntime(owner, silent, fetchTarball, other)).toMatchObject({ ok: false });
      expect(await readdir(owner.systemFolder)).toEqual([]);
    });

    it('says why the registry did not give it, and leaves nothing', async () => {
      const offline: FetchTarball = () => Promise.resolve(err('npm could not fetch it: ENOTFOUND'));
      expect(await ensureEvaluationRuntime(owner, silent, offline, pin)).toEqual(
        err('npm could not fetch it: ENOTFOUND'),
      );
      expect(await readdir(owner.systemFolder)).toEqual([]);
    });

    it('clears away what a killed run left long ago, and leaves what may be at work', async () => {
      for (const name of ['.unpacking-old', '.unpacking-new'])
        await mkdir(path.join(owner.systemFolder, name), { recursive: true });
      await utimes(path.join(owner.systemFolder, '.unpacking-old'), 0, 0);
      await ensureEvaluationRuntime(owner, silent, fetchTarball, pin);
      expect((await readdir(owner.systemFolder)).sort()).toEqual(['.unpacking-new', pin.folderName]);
    });

    it('says that a cache cannot be written to', async () => {
      const nowhere = { ...owner, systemFolder: path.join(tarball, 'cache') };
      const refused = await ensureEvaluationRuntime(nowhere, silent, fetchTarball, pin);
      expect(refused.ok ? '' : refused.error).toContain('cannot be written to');
    });

    it('names what stands in its way', async () => {
      await mkdir(path.join(place(), 'something'), { recursive: true });
      const blocked = await ensureEvaluationRuntime(owner, silent, fetchTarball, pin);
      expect(blocked.ok ? '' : blocked.error).toContain(`${place()} is in the way`);
    });

    it("gives a person what root has fetched, or puts it into the person's own cache", async () => {
      const person = { ...owner, isRoot: false, cacheHome: path.join(folder, 'own') };
      const own = path.join(folder, 'own', 'counterfoil', 'runtime', pin.folderName);
      expect(await ensureEvaluationRuntime(person, silent, fetchTarball, pin)).toEqual(ok(own));
      await ensureEvaluationRuntime(owner, silent, fetchTarball, pin);
      expect(await ensureEvaluationRuntime(person, silent, fetchTarball, pin)).toEqual(ok(place()));
    });
  },
);

describe('the npm that fetches it', () => {
  it('is the one that is running, and no other package manager', () => {
    expect(npmCommand('/usr/lib/node_modules/npm/bin/npm-cli.js')[0]).toBe(process.execPath);
    expect(npmCommand('/usr/lib/node_modules/yarn/bin/yarn.js')).toEqual(['npm']);
    expect(npmCommand(undefined)).toEqual(['npm']);
  });
});

describe('the launcher', () => {
  it('is put in place, and an older one is noticed', async () => {
    expect(await launcherIsCurrent(folder)).toBe(false);
    await installLauncher(folder);
    expect(await launcherIsCurrent(folder)).toBe(true);
    await writeFile(path.join(folder, 'resources', 'app', 'main.js'), '// older');
    expect(await launcherIsCurrent(folder)).toBe(false);
  });
});
