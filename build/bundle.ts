import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import {
  FONT_FAMILIES,
  FONT_WEIGHTS,
  findInstalledFont,
  fontFileName,
} from '../electron/lib/drawing/font-catalogue.ts';
import { PROGRAM_VERSION } from '../shared/program-version.ts';
import { repository } from './vite/repository.ts';

/** What a bundle may be: `evaluation` has debugging ports for tests, `release` has none of that. */
export type BundleMode = 'evaluation' | 'release';

/** Where everything that is shipped is put together. */
export const applicationFolder = fileURLToPath(new URL('out/app/', repository));

/**
 * Bundles session, renderer and Node processes into `folder`, with the fonts beside them. Packaging brings a
 * folder of its own: out/app may be running just now.
 */
export async function bundle(mode: BundleMode, folder: string = applicationFolder): Promise<void> {
  const configs = ['renderer', 'session', 'node'];
  await Promise.all(
    configs.map((name) =>
      build({
        mode,
        // Hints about chunk sizes are for pages that are loaded over a network.
        logLevel: 'error',
        configFile: fileURLToPath(new URL(`build/vite/${name}.config.ts`, repository)),
        // What is bundled loses its own licence file, and most licences ask that it travels along.
        build: { outDir: join(folder, name), license: { fileName: 'licences.json' } },
      }),
    ),
  );
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  for (const family of FONT_FAMILIES) {
    for (const weight of FONT_WEIGHTS) {
      copyFileSync(findInstalledFont(family, weight), join(fonts, fontFileName(family, weight)));
    }
  }
  const frontPage = join(folder, 'session', 'front-page');
  mkdirSync(frontPage, { recursive: true });
  copyFileSync(
    fileURLToPath(new URL('electron/session/front-page/page.css', repository)),
    join(frontPage, 'page.css'),
  );
  // Its own copy: the page must come up where the renderer's bundle does not.
  copyFileSync(
    createRequire(import.meta.url).resolve(
      '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
    ),
    join(frontPage, 'noto-sans.woff2'),
  );
  const manifest = {
    name: 'counterfoil',
    productName: 'Counterfoil',
    main: 'session/main.cjs',
    version: PROGRAM_VERSION,
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) await bundle(process.argv.includes('--release') ? 'release' : 'evaluation');
