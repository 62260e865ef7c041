import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code; suites that drive the real application have runners of their own. */
export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  define: { __EVALUATION__: 'true' },
  test: {
    include: ['{shared,electron,renderer,build,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
