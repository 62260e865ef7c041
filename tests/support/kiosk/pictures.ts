import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../../out/screens/', import.meta.url));

/** Keeps what is on the screen as out/screens/`name`.png, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Whether anything would get to paper if something printed this page. Afterwards the page is on the screen again. */
export async function wouldPrint(page: Page): Promise<boolean> {
  await page.emulateMedia({ media: 'print' });
  const would = await page.locator('body').isVisible();
  await page.emulateMedia({ media: null });
  return would;
}
