import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const out = fileURLToPath(new URL('../../out/test/', import.meta.url));

/** The whole application, driven at its own screen: keeper, sessions, print workers. No browser of Playwright's. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './global-set-up.ts',
  outputDir: join(out, 'e2e'),
  reporter: [
    ['list'],
    ['json', { outputFile: join(out, 'e2e.json') }],
    ['../support/accessibility/reporter.ts'],
  ],
  // `npm test` leaves out what another of its tests shows as well. By name, every test runs.
  ...(process.env.COUNTERFOIL_SAMPLE === '1' ? { grepInvert: /@long/ } : {}),
  fullyParallel: true,
  // One kiosk is two Electrons; two workers keep two cores busy without starving the watchdogs. Three took no less time.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Only a test that hangs ends by it: good ones take 20 s alone, and ten times as long on a machine that does other things as
  // well.
  timeout: 300_000,
  // No less than a screen is waited for: such a machine may stand still for ten seconds.
  expect: { timeout: 45_000 },
});
