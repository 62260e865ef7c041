import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { linguiMacros } from '../../build/vite/lingui-macros.ts';

/**
 * Printing against real printers and a real CUPS on loopback. Apart from the unit tests, which run on machines
 * that have neither. Each file starts servers of its own on free ports, and most of a test is waiting for a printer:
 * so more files run at once than there are cores.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [linguiMacros()],
  define: { __EVALUATION__: 'true' },
  test: {
    name: 'print',
    include: ['tests/print/**/*.print.ts'],
    globalSetup: ['tests/print/global-set-up.ts'],
    // A counter is set up for each test, and none is about passphrases.
    alias: { '@node-rs/argon2': fileURLToPath(new URL('../support/cheap-argon2.ts', import.meta.url)) },
    maxWorkers: 6,
    // Unit tests that run beside these have printers as well.
    env: { FREE_PORTS_OF: 'print' },
    // Only what hangs ends by these: CUPS waits longer after each try, and where the machine does much else a good test has
    // taken a minute and a half.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
