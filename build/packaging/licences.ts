import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_FAMILIES } from '../../electron/lib/drawing/font-catalogue.ts';
import { repository } from '../vite/repository.ts';

const SCREEN_FONTS = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc'];
const require = createRequire(import.meta.url);

/**
 * Puts the licences of everything that has lost its own place into one folder: our own, Node's, the fonts',
 * and those of what was bundled. Electron's and Chromium's lie at the top, those of native packages in them.
 */
export async function copyLicences(bundled: string, nodePackage: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const sources: (readonly [from: string, name: string])[] = [
    [fileURLToPath(new URL('LICENSE', repository)), 'counterfoil.txt'],
    [join(nodePackage, 'LICENSE'), 'node.txt'],
  ];
  for (const name of SCREEN_FONTS) {
    const from = join(packageFolder(`@fontsource-variable/${name}`), 'LICENSE');
    sources.push([from, `screen-font-${name}.txt`]);
  }
  for (const { packageName, fileStem } of FONT_FAMILIES) {
    sources.push([join(packageFolder(packageName), 'LICENSE_FONT'), `${fileStem}.txt`]);
  }
  for (const part of ['renderer', 'session', 'node']) {
    sources.push([join(bundled, part, 'licences.md'), `${part}-bundled.md`]);
  }
  sources.push([join(bundled, 'node', 'launcher-licences.md'), 'launcher-bundled.md']);
  await Promise.all(sources.map(([from, name]) => copyFile(from, join(into, name))));
}

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
