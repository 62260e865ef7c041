import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundledPackages } from './bundled-packages.ts';
import { installedPackages } from './installed-packages.ts';

/** A repository with one package installed, and what Vite noted of it. */
async function repositoryWith(noted: object, files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'bundled-packages-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'node_modules', 'a', 'node_modules', '@quay', 'words');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const path = 'node_modules/a/node_modules/@quay/words';
  const packages = { '': { version: '0.1.0' }, [path]: { version: '2.0.0' }, 'node_modules/link': {} };
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const note = join(root, 'licences.json');
  await writeFile(note, JSON.stringify([noted]));
  return { note, folder, installed: await installedPackages(root) };
}

const NOTED = { name: '@quay/words', version: '2.0.0', identifier: 'MIT', text: 'Take it.' };
const FILES = ['*resources/app.asar'];

it('a bundled package has all notices of the very version that was bundled, not the licence alone', async () => {
  const { note, folder, installed } = await repositoryWith(NOTED, {
    'LICENSE.txt': 'Take it.',
    'NOTICE.md': 'License: ODC-BY. Any redistribution must retain this notice.',
  });
  expect([...installed]).toEqual([['@quay/words@2.0.0', folder]]);
  const [party] = await bundledPackages(note, FILES, installed);
  expect(party).toMatchObject({ name: '@quay/words', licence: 'MIT', files: FILES });
  expect(party?.text).toContain('Take it.');
  expect(party?.text).toContain('Any redistribution must retain this notice.');
});

it('one that is not installed any more has what Vite noted of it', async () => {
  const { note, installed } = await repositoryWith({ ...NOTED, version: '1.0.0' }, { LICENSE: 'Another.' });
  expect(await bundledPackages(note, FILES, installed)).toMatchObject([{ text: 'Take it.' }]);
});

it.each([
  ['no text of its licence', { ...NOTED, text: undefined }, 'brings no text of its licence'],
  ['no licence at all', { ...NOTED, identifier: undefined }, 'does not say under which licence it is'],
])('one with %s is not shipped', async (_name, noted, why) => {
  const { note, installed } = await repositoryWith(noted, { 'index.js': '' });
  await expect(bundledPackages(note, FILES, installed)).rejects.toThrow(why);
});
