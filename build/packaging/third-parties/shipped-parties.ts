import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FONT_FAMILIES } from '../../../electron/lib/drawing/font-catalogue.ts';
import { bundledPackages } from './bundled-packages.ts';
import { LINKED_IN } from './linked-in.ts';
import { inOrder, npmPurl, type ThirdParty } from './third-party.ts';

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** The bundles, each with the file that it lies in. */
const BUNDLES: readonly (readonly [note: string, file: string])[] = [
  ['renderer/licences.json', '*resources/app.asar'],
  ['session/licences.json', '*resources/app.asar'],
  ['node/licences.json', '*resources/programs/*.mjs'],
  ['node/launcher-licences.json', '*resources/programs/launcher.mjs'],
];

/** The fonts of the screen; those of cards are in their own catalogue. */
export const SCREEN_FONTS = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc'].map(
  (name) => `@fontsource-variable/${name}`,
);

/** Where the pieces of a package are found, once it is put together. */
export interface ShippedPieces {
  /** The unpacked package. */
  readonly unpacked: string;
  /** The folder of the bundles. */
  readonly bundled: string;
  readonly electronVersion: string;
  /** The folder of the npm package that Node is taken from. */
  readonly nodePackage: string;
  /** The folder of an installed npm package. */
  packageFolder(name: string): string;
}

/** Everybody whose work is in a package: by what was really bundled, copied and linked in. */
export async function shippedParties(pieces: ShippedPieces): Promise<readonly ThirdParty[]> {
  const { unpacked, bundled, electronVersion, nodePackage, packageFolder } = pieces;
  const modules = join(unpacked, 'resources', 'programs', 'node_modules');
  const bundles = await Promise.all(
    BUNDLES.map(([note, file]) => bundledPackages(join(bundled, note), [file])),
  );
  const copied = await copiedPackages(modules);
  const cardFonts = FONT_FAMILIES.map(async ({ packageName, fileStem }) =>
    fontOf(packageFolder(packageName), 'LICENSE_FONT', `*resources/fonts/${fileStem}_*`),
  );
  const screenFonts = SCREEN_FONTS.map((name) =>
    fontOf(packageFolder(name), 'LICENSE', '*resources/app.asar'),
  );
  const { version: nodeVersion } = await manifestIn(nodePackage);
  const text = (path: string): Promise<string> => readFile(path, 'utf8');
  return inOrder([
    ...bundles.flat(),
    ...copied,
    ...(await Promise.all([...cardFonts, ...screenFonts])),
    {
      ...{
        name: 'Node.js',
        version: nodeVersion,
        licence: 'MIT',
        purl: `pkg:github/nodejs/node@v${nodeVersion}`,
      },
      ...{ text: await text(join(nodePackage, 'LICENSE')), files: ['*resources/node'] },
    },
    {
      ...{ name: 'Electron', version: electronVersion, licence: 'MIT' },
      purl: `pkg:github/electron/electron@v${electronVersion}`,
      ...{ text: await text(join(unpacked, 'LICENSE.electron.txt')), files: ['*/counterfoil-session'] },
    },
    {
      ...{ name: 'Chromium', version: null, licence: 'BSD-3-Clause', purl: 'pkg:generic/chromium' },
      text: `Copyright The Chromium Authors\n\nThe version that Electron ${electronVersion} is made of. Its licence, and those of its own third parties,\nare in LICENSES.chromium.html, which lies beside the program.`,
      files: [
        '*/counterfoil-session',
        '*.pak',
        '*.so',
        '*.so.1',
        '*.bin',
        '*.dat',
        '*/LICENSES.chromium.html',
      ],
    },
  ]);
}

/** The packages with an addon and what they need, as they lie in the package, and what was linked into them. */
async function copiedPackages(modules: string): Promise<readonly ThirdParty[]> {
  const folders = (await readdir(modules)).flatMap((entry) => (entry.startsWith('@') ? [] : [entry]));
  for (const scope of (await readdir(modules)).filter((entry) => entry.startsWith('@')))
    folders.push(...(await readdir(join(modules, scope))).map((name) => `${scope}/${name}`));
  const parties = await Promise.all(folders.map((name) => copiedPackage(modules, name)));
  const linked = LINKED_IN.filter(({ within }) => folders.includes(within)).map(({ within, ...library }) => ({
    ...library,
    version: null,
    files: [`*resources/programs/node_modules/${within}*`],
  }));
  return [...parties, ...linked];
}

async function copiedPackage(modules: string, folder: string): Promise<ThirdParty> {
  const { name, version, license } = await manifestIn(join(modules, folder));
  return {
    ...{ name, version, licence: license, purl: npmPurl(name, version) },
    text: await licenceIn(modules, folder, license),
    files: [`*resources/programs/node_modules/${folder}/*`],
  };
}

/** A package for one platform alone has its licence in the one that loads it. */
async function licenceIn(modules: string, folder: string, licence: string): Promise<string> {
  for (const place of [folder, folder.replace(/-linux-\w+-gnu$/, '')]) {
    if (!existsSync(join(modules, place))) continue;
    const file = (await readdir(join(modules, place))).find((each) => /^(licen[cs]e|copying)/i.test(each));
    if (file !== undefined) return readFile(join(modules, place, file), 'utf8');
  }
  return `${folder} brings no text of its licence. It says of itself: ${licence}.`;
}

async function fontOf(folder: string, licence: string, file: string): Promise<ThirdParty> {
  const { name, version } = await manifestIn(folder);
  return {
    ...{ name, version, licence: 'OFL-1.1', purl: npmPurl(name, version), files: [file] },
    text: await readFile(join(folder, licence), 'utf8'),
  };
}

async function manifestIn(folder: string): Promise<z.infer<typeof manifest>> {
  return manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
}
