import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { BundleMode } from '../bundle.ts';
import type { RuntimeKind } from '../runtime/runtime.ts';
import { repository } from '../vite/repository.ts';

/** Bundles the program behind the `counterfoil` command into the folder of the keeper, which it loads. */
export async function bundleLauncher(mode: BundleMode, runtime: RuntimeKind, folder: string): Promise<void> {
  await build({
    mode,
    logLevel: 'warn',
    configFile: false,
    root: fileURLToPath(repository),
    define: {
      __EVALUATION__: JSON.stringify(mode !== 'release'),
      __RUNTIME__: JSON.stringify(runtime),
    },
    build: {
      outDir: join(folder, 'node'),
      // The keeper lies there already.
      emptyOutDir: false,
      // It bundles packages that no other program has.
      license: { fileName: 'launcher-licences.json' },
      target: 'node24',
      ssr: true,
      minify: false,
      rollupOptions: {
        input: { launcher: fileURLToPath(new URL('electron/launcher/main.ts', repository)) },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
}
