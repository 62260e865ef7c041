import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { linguiMacros } from '../../build/vite/lingui-macros.ts';

/**
 * Printing against real printers and a real CUPS on loopback. Apart from the unit tests, which run on machines
 * that have neither; one file after another, because each starts servers of its own.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [linguiMacros()],
  define: { __EVALUATION__: 'true' },
  test: {
    name: 'print',
    include: ['tests/print/**/*.print.ts'],
    globalSetup: ['tests/print/global-set-up.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 30_000,
  },
});
