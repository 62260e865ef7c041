import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_FAMILIES } from '../../electron/lib/drawing/font-catalogue.ts';
import { repository } from '../vite/repository.ts';
import { SCREEN_FONTS } from './third-parties/shipped-parties.ts';

const require = createRequire(import.meta.url);

/**
 * Puts the licences that must travel as they are into one folder: our own, Node's, the fonts'. Electron's and Chromium's lie at
 * the top, those of native packages in them, and all of them in the file `copyright`.
 */
export async function copyLicences(nodePackage: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const sources: (readonly [from: string, name: string])[] = [
    [fileURLToPath(new URL('LICENSE', repository)), 'counterfoil.txt'],
    [join(nodePackage, 'LICENSE'), 'node.txt'],
  ];
  for (const name of SCREEN_FONTS) {
    const from = join(packageFolder(name), 'LICENSE');
    sources.push([from, `screen-font-${name.split('/').at(-1)}.txt`]);
  }
  for (const { packageName, fileStem } of FONT_FAMILIES) {
    sources.push([join(packageFolder(packageName), 'LICENSE_FONT'), `${fileStem}.txt`]);
  }
  await Promise.all(sources.map(([from, name]) => copyFile(from, join(into, name))));
}

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
