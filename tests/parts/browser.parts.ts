import type { Page } from '@playwright/test';
import { complaintsUntil, expect, leave, test } from './browser.ts';

/** Lets the page at hand read something that never comes. */
async function read(page: Page): Promise<void> {
  await page.evaluate(() => {
    void fetch('/never').catch((error: unknown) => console.error('what was read', String(error)));
  });
}

test('what a page was reading as it was left is not heard of the next one; of a page that nobody left it is', async ({
  page,
  show,
}) => {
  await page.route('**/never', () => undefined);
  await show('start');
  await read(page);
  await leave(page);
  expect(await complaintsUntil(page, () => show('start'))).toEqual([]);
  await read(page);
  expect(await complaintsUntil(page, () => show('start'))).toEqual([
    'what was read TypeError: Failed to fetch',
  ]);
  await page.unroute('**/never');
});
