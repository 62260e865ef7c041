import type { Page } from '@playwright/test';

/** What a page was asked before this has begun there: a press would overtake it, and not be seen. */
export async function watching(page: Page): Promise<void> {
  await page.evaluate(() => undefined);
}
