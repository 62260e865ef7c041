import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notShippableIn, removeNotShipped } from './not-shipped.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'not-shipped-test-'));
  for (const path of [
    'counterfoil-session',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'resources/app/main.js',
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('crash handler, SUID helper and default apps are found in what a vendor ships, and in no package', async () => {
  expect((await notShippableIn(folder)).map((each) => each.split(':')[0]).sort()).toEqual([
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'resources/app',
  ]);
  await removeNotShipped(folder);
  expect(await notShippableIn(folder)).toEqual([]);
});

it('they are found wherever they lie, and so is any other program that runs with its owner’s rights', async () => {
  await removeNotShipped(folder);
  await mkdir(join(folder, 'lib'));
  await writeFile(join(folder, 'lib', 'chrome_crashpad_handler'), '');
  await chmod(join(folder, 'counterfoil-session'), 0o4755);
  expect(await notShippableIn(folder)).toEqual([
    'counterfoil-session: runs with its owner’s rights',
    'lib/chrome_crashpad_handler: copies the memory of a process that crashes',
  ]);
});
