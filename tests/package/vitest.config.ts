import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { linguiMacros } from '../../build/vite/lingui-macros.ts';

/** `npm test` has a minute for it: there the package is installed, and nothing boots. */
const isShort = process.env.COUNTERFOIL_SAMPLE === '1';

/**
 * The package on a machine that boots: systemd enforces its units there, and dpkg runs its scripts. Apart from the unit tests, for
 * it needs root and a minute before the first test. One machine, worked at from its installation to its purge: what comes later
 * goes on with what was before.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [linguiMacros()],
  define: { __EVALUATION__: 'true' },
  test: {
    name: 'package',
    include: [isShort ? 'tests/package/in-a-root.package.ts' : 'tests/package/**/*.package.ts'],
    globalSetup: ['tests/package/global-set-up.ts'],
    fileParallelism: false,
    // What fails leaves the machine otherwise than the next test expects it.
    bail: 1,
    // Only what hangs ends by these: a version that does not come up is given two minutes by the package itself, and before the
    // first boot three packages and a Debian are made.
    testTimeout: 900_000,
    hookTimeout: 1_200_000,
  },
});
