import { UNFINISHED_PRODUCTION } from '../../build/dev/fixtures/fixture.ts';
import { expect, test } from './browser.ts';

test('a supervisor is told of a produced file that may not be whole: on the start screen, and by its name in Legal hold', async ({
  page,
  show,
}) => {
  const notice = page.locator('[data-notice="unfinished-production"]');
  await show('start');
  await expect(page.locator('main[data-screen="start"]')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await show('start-unfinished-production');
  await expect(notice).toContainText('Legal hold');
  await show('hold-unfinished');
  const told = page.locator('[data-unfinished-productions="2"]');
  await expect(told).toContainText(UNFINISHED_PRODUCTION.file);
  await expect(told.getByRole('button', { name: 'I have noted this' })).toHaveCount(2);
  // What was noted goes with its button, and the focus to the heading.
  await told.getByRole('button', { name: 'I have noted this' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-unfinished-productions="1"]')).toBeVisible();
  await expect(page.locator('#section-heading')).toBeFocused();
});
