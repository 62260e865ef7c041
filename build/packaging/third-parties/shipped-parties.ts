import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FONT_FAMILIES } from '../../../electron/lib/drawing/font-catalogue.ts';
import { bundledPackages } from './bundled-packages.ts';
import { copiedPackages } from './copied-packages.ts';
import { manifestIn } from './package-manifest.ts';
import type { OtherSbom } from './sbom.ts';
import { inOrder, npmPurl, type ThirdParty } from './third-party.ts';

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
  /** Where each npm package is installed, by `name@version`. */
  readonly installed: ReadonlyMap<string, string>;
  /** What addons say that they were linked with, by the addon's package. */
  readonly addons: ReadonlyMap<string, OtherSbom>;
}

/** Everybody whose work is in a package: by what was really bundled, copied and linked in. */
export async function shippedParties(pieces: ShippedPieces): Promise<readonly ThirdParty[]> {
  const { unpacked, bundled, electronVersion, nodePackage, packageFolder, installed, addons } = pieces;
  const modules = join(unpacked, 'resources', 'programs', 'node_modules');
  const bundles = await Promise.all(
    BUNDLES.map(([note, file]) => bundledPackages(join(bundled, note), [file], installed)),
  );
  const copied = await copiedPackages(modules, addons);
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

async function fontOf(folder: string, licence: string, file: string): Promise<ThirdParty> {
  const { name, version } = await manifestIn(folder);
  return {
    ...{ name, version, licence: 'OFL-1.1', purl: npmPurl(name, version), files: [file] },
    text: await readFile(join(folder, licence), 'utf8'),
  };
}
