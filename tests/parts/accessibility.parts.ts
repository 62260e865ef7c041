import { expectViolationsFound } from '../support/accessibility/expect-violations-found.ts';
import { test } from './browser.ts';

test('each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout', async ({
  page,
  show,
}) => {
  await show('start');
  await page.locator('main[data-screen="start"]').waitFor();
  await expectViolationsFound(page);
});
