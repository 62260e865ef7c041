import type { Page } from '@playwright/test';
import { pageKeyboard } from '../../../build/kiosk/clerk.ts';
import { type ResidentHand, waitUntilAwake } from './resident-hand.ts';

/** More stops than any screen has. */
const MOST_TABS = 60;

/** A keyboard and nothing else: Tab to what is meant, Enter on it. */
export function byKeyboard(page: Page): ResidentHand {
  const keys = pageKeyboard(page);
  return {
    async press(target) {
      await waitUntilAwake(page, target);
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        if (await target.evaluate((element) => element.contains(document.activeElement))) {
          await keys.press('Enter');
          return;
        }
        await keys.press('Tab');
      }
      throw new Error('no Tab leads there');
    },
    async type(text) {
      await page.locator('main :is(input, textarea):focus').waitFor();
      await keys.type(text);
    },
  };
}
