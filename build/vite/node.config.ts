import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { nativePackages, repository } from './repository.ts';

/** Keeper, core, print worker, the processes that open one record, and the doctor: the Node that ships with the application runs them. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(repository),
  define: { __EVALUATION__: JSON.stringify(mode !== 'release') },
  build: {
    outDir: fileURLToPath(new URL('out/app/node/', repository)),
    emptyOutDir: true,
    target: 'node24',
    ssr: true,
    minify: false,
    rollupOptions: {
      input: {
        keeper: fileURLToPath(new URL('electron/keeper/main.ts', repository)),
        core: fileURLToPath(new URL('electron/core/main.ts', repository)),
        worker: fileURLToPath(new URL('electron/print/worker.ts', repository)),
        'record-search': fileURLToPath(new URL('electron/record-search/worker.ts', repository)),
        production: fileURLToPath(new URL('electron/production/worker.ts', repository)),
        doctor: fileURLToPath(new URL('electron/doctor/main.ts', repository)),
      },
      // Native addons load files beside themselves: they stay packages.
      external: [...nativePackages, /^node:/],
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  ssr: { noExternal: true, external: [...nativePackages] },
}));
