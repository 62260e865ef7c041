import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import endToEnd from './playwright.config.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

// Each test that looks at screens looks at all of them in every way. Its workers read this file as well.
process.env.COUNTERFOIL_A11Y = 'all';

/** The tests that look at screens. */
const looking = readdirSync(here).filter(
  (name) =>
    name.endsWith('.e2e.ts') && readFileSync(join(here, name), 'utf8').includes('support/accessibility/'),
);

export default defineConfig(endToEnd, {
  testMatch: looking,
  // Eight looks of two engines at each state, on a machine that does other things as well.
  timeout: 900_000,
});
