import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../../out/screens/', import.meta.url));

/** Keeps what is on the screen as out/screens/`name`.png, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/**
 * The words that a printer would get, line by line; an empty text where the page would come out blank. With
 * a `name` the paper is kept as a picture as well. Afterwards the page is on the screen again.
 */
export async function onPaper(page: Page, name?: string): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const words = (await page.locator('body').allInnerTexts()).join('\n').trim();
  if (name !== undefined) await keepPicture(page, name);
  await page.emulateMedia({ media: null });
  return words;
}

/** Keeps the page's calls for the printer from opening a dialog of the system's. Answers how many there were. */
export async function countPrintings(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let count = 0;
    window.print = () => {
      count += 1;
      document.documentElement.dataset.printings = String(count);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.printings ?? '0'));
}
