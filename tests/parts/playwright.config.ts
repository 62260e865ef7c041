import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const out = fileURLToPath(new URL('../../out/test/', import.meta.url));

/** Parts of the screen, each on a stage of its own, in the browser that ships. No kiosk. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.parts.ts',
  globalSetup: './global-set-up.ts',
  outputDir: join(out, 'parts'),
  reporter: [
    ['list'],
    ['json', { outputFile: join(out, 'parts.json') }],
    ['../support/accessibility/reporter.ts'],
  ],
  // `npm test` leaves out what another of its tests shows as well. By name, every test runs.
  ...(process.env.COUNTERFOIL_SAMPLE === '1' ? { grepInvert: /@long/ } : {}),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Only a test that hangs ends by it: good ones take a second, and some of many pages half a minute where other suites run
  // beside this one. Eight looks of two engines, and every state in one test, take longer.
  timeout: process.env.COUNTERFOIL_A11Y === 'all' || process.env.COUNTERFOIL_ALL === '1' ? 600_000 : 240_000,
  // States are brought about by keys and clicks, up to nine, each with a wait.
  expect: { timeout: 30_000 },
});
