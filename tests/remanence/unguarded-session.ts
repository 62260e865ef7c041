import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { applicationFolder } from '../../build/bundle.ts';
import { repository } from '../../build/vite/repository.ts';

/** The module that keeps text in the page, as the product has it. */
const GUARD = '/electron/preload/keep-text-in.ts';

/**
 * Bundles the product's session once more, without what keeps text in the page. Answers the folder of that
 * application: everything else in it is the product's.
 */
export async function bundleUnguardedSession(): Promise<string> {
  const folder = fileURLToPath(new URL('out/test/unguarded/', repository));
  for (const part of ['renderer', 'package.json']) {
    cpSync(join(applicationFolder, part), join(folder, part), { recursive: true });
  }
  let left = 0;
  await build({
    mode: 'evaluation',
    logLevel: 'error',
    configFile: fileURLToPath(new URL('build/vite/session.config.ts', repository)),
    plugins: [
      {
        name: 'leave-out-the-guard',
        enforce: 'pre',
        load(id) {
          if (!id.endsWith(GUARD)) return null;
          left += 1;
          return 'export function keepTextIn() {}';
        },
      },
    ],
    build: { outDir: join(folder, 'session') },
  });
  if (left !== 1) throw new Error('the session is bundled without the module that was to be left out');
  return folder;
}
