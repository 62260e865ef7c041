import { defineConfig } from 'vitest/config';
import { linguiMacros } from './build/vite/lingui-macros.ts';

/** Unit tests stand beside the code; suites that drive the real application have runners of their own. */
export default defineConfig({
  plugins: [linguiMacros()],
  define: { __EVALUATION__: 'true' },
  test: {
    include: ['{shared,electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
    // Only what hangs ends by these: good tests take seconds, and a minute where the machine does much else.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // One for each core leaves them idle: half of the tests wait for processes that they started.
    maxWorkers: 3,
  },
});
