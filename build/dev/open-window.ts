import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { endGroup } from '../../electron/keeper/sessions/end-group.ts';
import { waitForPort } from '../kiosk/attach.ts';
import { startDisplay } from '../machine/display.ts';
import { findRuntime } from '../runtime/find-runtime.ts';

const PATIENCE_MILLISECONDS = 60_000;

/** An empty window of the browser that ships. */
export interface OpenWindow {
  readonly page: Page;
  /** Ends the browser and its display. */
  close(): Promise<void>;
}

/** Opens one on a display of its own. */
export async function openWindow(): Promise<OpenWindow> {
  const { executable } = await findRuntime();
  const display = await startDisplay({ alwaysOwn: true });
  if (!display.ok) throw new Error(display.error);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-window-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = fileURLToPath(new URL('window/', import.meta.url));
  // Chromium drops whatever is pressed before a page has committed its first frame (8 of 60 keys, measured): on a machine that draws late, a key of a test.
  const asPressed = '--allow-pre-commit-input';
  const child = spawn(
    executable,
    [
      application,
      ...asRoot,
      '--disable-gpu',
      asPressed,
      `--user-data-dir=${folder}`,
      '--remote-debugging-port=0',
    ],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...display.value.environment, HOME: folder },
    },
  );
  const close = async (): Promise<void> => {
    if (child.pid !== undefined) await endGroup(child.pid);
    await display.value.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { page: await attach(folder), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function attach(folder: string): Promise<Page> {
  const port = await waitForPort(folder, PATIENCE_MILLISECONDS);
  if (port === null) throw new Error('the browser opened no debugging port');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no window');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}
