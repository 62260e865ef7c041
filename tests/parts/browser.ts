import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, chromium, expect, type Page } from '@playwright/test';
import { startDisplay } from '../../build/machine/display.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { endGroup } from '../../electron/keeper/sessions/end-group.ts';

export { expect };

const WINDOW = fileURLToPath(new URL('window/', import.meta.url));

/** The pages of this suite's server. */
interface Pages {
  readonly page: Page;
  /** Puts a part on its stage. */
  stage(name: string): Promise<void>;
  /** Opens the product's page in a state of `npm run dev`. */
  show(state: string): Promise<void>;
  /** Opens the list of all states at one of them. */
  list(at: string): Promise<void>;
}

/** One browser for each worker: every test opens its page anew. */
export const test = base.extend<Omit<Pages, 'page'>, { window: Page }>({
  window: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what it needs from the pattern
    async ({}, use) => {
      const { executable } = await findRuntime();
      const display = await startDisplay({ alwaysOwn: true });
      if (!display.ok) throw new Error(display.error);
      const folder = mkdtempSync(join(tmpdir(), 'counterfoil-parts-'));
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const child = spawn(
        executable,
        [WINDOW, ...asRoot, '--disable-gpu', `--user-data-dir=${folder}`, '--remote-debugging-port=0'],
        {
          detached: true,
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
          env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...display.value.environment, HOME: folder },
        },
      );
      try {
        await use(await attach(folder));
      } finally {
        if (child.pid !== undefined) await endGroup(child.pid);
        await display.value.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  page: ({ window }, use) => use(window),
  stage: ({ page }, use) => use((name) => open(page, `part?stage=${name}`)),
  show: ({ page }, use) => use((state) => open(page, `screen?state=${state}`)),
  list: ({ page }, use) => use((at) => open(page, at)),
});

async function attach(folder: string): Promise<Page> {
  const port = join(folder, 'DevToolsActivePort');
  await expect
    .poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'), { timeout: 30_000 })
    .toBe(true);
  const [number] = readFileSync(port, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`, { noDefaults: true });
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no window');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}${path}`);
}
