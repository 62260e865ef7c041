import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { linguiMacros } from './build/vite/lingui-macros.ts';

/** Tests of a keeper that is set up once more for each of them. Custody is not among them: it is about the keys. */
const AT_THE_DESK = [
  'electron/keeper/{desk,holds,owed,printing,receipt,ribbons,staff,tray,wipe}/**/*.test.ts',
  'electron/keeper/*.test.ts',
];
/** Pure, without a file, a process or a clock of its own: they may share a worker. */
const PURE = ['shared/**/*.test.ts'];

/** Unit tests stand beside the code; suites that drive the real application have runners of their own. */
export default defineConfig({
  plugins: [linguiMacros()],
  define: { __EVALUATION__: 'true' },
  test: {
    // Only what hangs ends by these: good tests take seconds, and a minute where the machine does much else.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // One for each core leaves them idle: half of the tests wait for processes that they started.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'desk',
          include: AT_THE_DESK,
          alias: {
            '@node-rs/argon2': fileURLToPath(new URL('tests/support/cheap-argon2.ts', import.meta.url)),
          },
        },
      },
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
          exclude: [...AT_THE_DESK, 'node_modules/**'],
        },
      },
    ],
  },
});
