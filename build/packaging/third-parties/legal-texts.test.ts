import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isLegalText, legalTexts } from './legal-texts.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-texts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

it.each([
  ['LICENSE', true],
  ['license', true],
  ['LICENCE.md', true],
  ['LICENSE.CANVASTOBLOB', true],
  ['LICENSE-MIT', true],
  ['COPYING.txt', true],
  ['NOTICE.md', true],
  ['THIRD_PARTY_LICENSES.md', true],
  ['ThirdPartyNotices.txt', true],
  ['PATENTS', true],
  ['README.md', false],
  ['license.js', false],
  ['notice.d.ts', false],
  ['licenses.json', false],
])('%s has to travel with a package: %s', (name, isLegal) => expect(isLegalText(name)).toBe(isLegal));

it('a package’s only licence is as it stands', async () => {
  expect(await legalTexts(await folderWith({ LICENSE: 'Take it.\n', 'index.js': '' }))).toBe('Take it.\n');
});

it('notices stand behind the licence, each with its name', async () => {
  const folder = await folderWith({
    'THIRD_PARTY_LICENSES.md': 'Words of Otto Quayside.',
    'LICENSE.txt': 'Take it.\n',
    'NOTICE.md': 'Any redistribution must retain this notice.\n',
  });
  // A folder that is called so is none of them.
  await mkdir(join(folder, 'licenses'));
  expect(await legalTexts(folder)).toBe(
    'LICENSE.txt:\n\nTake it.\n\nNOTICE.md:\n\nAny redistribution must retain this notice.\n\nTHIRD_PARTY_LICENSES.md:\n\nWords of Otto Quayside.\n',
  );
});

it('a package without any is told apart from one with an empty licence', async () => {
  expect(await legalTexts(await folderWith({ 'package.json': '{}' }))).toBeNull();
  expect(await legalTexts(await folderWith({ LICENSE: '' }))).toBe('');
});
