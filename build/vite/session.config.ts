import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { repository } from './repository.ts';

/** Main, relay and preload of a session: CommonJS, because the evaluation runtime's Electron knows no other. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(repository),
  define: { __EVALUATION__: JSON.stringify(mode !== 'release') },
  build: {
    outDir: fileURLToPath(new URL('out/app/session/', repository)),
    emptyOutDir: true,
    target: 'node18',
    ssr: true,
    minify: false,
    rollupOptions: {
      input: {
        main: fileURLToPath(new URL('electron/session/main.ts', repository)),
        relay: fileURLToPath(new URL('electron/session/relay.ts', repository)),
        bridge: fileURLToPath(new URL('electron/preload/bridge.ts', repository)),
      },
      external: ['electron', /^node:/],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true },
}));
