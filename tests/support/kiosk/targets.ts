import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { shownSession } from '../../../build/kiosk/attach.ts';

/** Every page, window and worker of a session, developer tools included, as Chromium itself lists them. */
export async function targetsOf(dataFolder: string): Promise<readonly string[]> {
  const port = readFileSync(
    join(shownSession(dataFolder)?.folder ?? '', 'chromium', 'DevToolsActivePort'),
    'utf8',
  );
  const list = await fetch(`http://127.0.0.1:${port.split('\n')[0]}/json/list`);
  return z
    .array(z.object({ url: z.string() }))
    .parse(await list.json())
    .map(({ url }) => url);
}

/** Marks the page, so that `expectSamePage` knows it again. */
export async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'here';
  });
}

/** Still the same page that was marked before. */
export async function expectSamePage(page: Page, after: string): Promise<void> {
  expect(await page.evaluate(() => `${location.href} ${document.documentElement.dataset.mark}`), after).toBe(
    'app://kiosk/ here',
  );
}
