import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completePackage } from './complete-package.ts';

let place = '';
let unpacked = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'complete-test-'));
  unpacked = join(place, 'unpacked');
  const made = ['resources/app.asar', 'resources/app/main.js', 'resources/default_app.asar', 'version'];
  made.push('chrome-sandbox', 'chrome_crashpad_handler');
  const bundled = [
    ...['node/keeper.mjs', 'node/launcher-licences.md'],
    'fonts/font.ttf',
    ...['renderer', 'session', 'node'].map((part) => `${part}/licences.md`),
  ];
  for (const path of [
    ...made.map((one) => join('unpacked', one)),
    ...bundled.map((one) => join('app', one)),
  ]) {
    // As root leaves them whose umask is 077.
    await mkdir(dirname(join(place, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(place, path), path, { mode: 0o600 });
  }
  await completePackage(unpacked, join(place, 'app'), 'evaluation');
});
afterAll(() => rm(place, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('a completed package', () => {
  it('carries nothing that starts other people’s folders', async () => {
    expect((await readdir(unpacked)).sort()).toEqual(['counterfoil', 'resources']);
    const resources = (await readdir(join(unpacked, 'resources'))).sort();
    expect(resources).toEqual([
      ...['app.asar', 'fonts', 'licences', 'node', 'policy.json', 'programs', 'settings.toml'],
    ]);
  });

  it('can be read and started by everybody, and written by its owner alone', async () => {
    for (const entry of await readdir(unpacked, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([0o644, 0o755]).toContain(mode & 0o777);
    }
    for (const runnable of ['counterfoil', 'resources/node']) {
      expect((await stat(join(unpacked, runnable))).mode & 0o777).toBe(0o755);
    }
  });

  it('says under which licences everything in it is', async () => {
    const licences = await readdir(join(unpacked, 'resources', 'licences'));
    expect(licences).toEqual(
      expect.arrayContaining([
        ...['counterfoil.txt', 'node.txt', 'NotoSans.txt', 'renderer-bundled.md', 'launcher-bundled.md'],
        ...['screen-font-noto-sans.txt', 'screen-font-noto-sans-arabic.txt', 'screen-font-noto-sans-sc.txt'],
      ]),
    );
  });
});
