import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { linguiCatalogs } from './build/vite/lingui-catalogs.ts';
import { linguiMacros } from './build/vite/lingui-macros.ts';
import { hasAllProtections, takeOut } from './tests/hostile/protections/take-out.ts';

/** Tests of a keeper and of what it starts: from bundles. Custody is not among them: it is about the keys. */
const KEEPER = [
  'electron/keeper/*.test.ts',
  'electron/keeper/!(custody)/**/*.test.ts',
  'electron/print/worker.test.ts',
  'tests/crash/faults.test.ts',
  'tests/hostile/*.test.ts',
];
/** A module that is mocked is mocked for every file of a worker that loads it later: each has a worker to itself. */
const MOCKING = [
  'electron/keeper/staff/staff.test.ts',
  'electron/keeper/database/erase-journal-again.test.ts',
];
/** For whatever is not about the cost of a passphrase, or about how hard one is to guess. */
const CHEAP_PASSPHRASES = {
  '@node-rs/argon2': fileURLToPath(new URL('tests/support/cheap-argon2.ts', import.meta.url)),
  '@zxcvbn-ts/core': fileURLToPath(new URL('tests/support/remembered-zxcvbn.ts', import.meta.url)),
};

/**
 * Files share a worker: making a new one for each, and loading all it needs into it, was a quarter of the work. So a
 * test leaves nothing behind in its process; spies and stubs are taken back after it.
 *
 * Unit tests stand beside the code; suites that drive the real application have runners of their own.
 */
export default defineConfig({
  plugins: [takeOut(), linguiMacros(), linguiCatalogs({ isStrict: false })],
  define: { __EVALUATION__: 'true' },
  test: {
    // Only what hangs ends by these: good tests take seconds; some start fifteen programs, which takes more than a minute where the
    // machine does much else.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    isolate: false,
    // A module that is kept is found by its own text: without a protection it would be read with it, and with it without.
    fsModuleCache: hasAllProtections(),
    // Programs that tests start from source strip their types once, not each time.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(
        new URL('node_modules/.cache/counterfoil-test-programs', import.meta.url),
      ),
    },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // One for each core leaves them idle: half of the tests wait for processes that they started.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'keeper',
          include: KEEPER,
          globalSetup: ['tests/support/bundle-keeper-programs.ts'],
          exclude: MOCKING,
          alias: CHEAP_PASSPHRASES,
        },
      },
      {
        extends: true,
        // What is asked of the hashing is looked at before the alias makes it cheap.
        test: { name: 'mocks', include: MOCKING, isolate: true, alias: CHEAP_PASSPHRASES },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{electron,renderer,shared,build,tests}/**/*.test.{ts,tsx}'],
          exclude: [...KEEPER, ...MOCKING, 'node_modules/**'],
        },
      },
    ],
  },
});
