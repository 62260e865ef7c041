import { expect, test } from './browser.ts';

test('what a legal hold lacks before it can be set has the focus: its reasons, or its tickets', async ({
  page,
  show,
}) => {
  await show('hold-no-reason');
  await page.locator('html[data-done]').waitFor();
  await expect(page.locator('[data-problem="no-reason"]')).toBeVisible();
  await expect(page.locator('input[name="hold-reason"]').first()).toBeFocused();
  await show('hold-no-ticket');
  await page.locator('html[data-done]').waitFor();
  await expect(page.locator('[data-problem="no-ticket"]')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-hold-ticket]').first()).toBeFocused();
});

test('after a drive has failed the focus is where an application is produced once more', async ({
  page,
  show,
}) => {
  await show('hold-produce-failed');
  await page.locator('html[data-done]').waitFor();
  await expect(page.locator('[data-refusal="drive-refused"]')).toBeVisible();
  await expect(page.locator('[data-act="produce-record"] button')).toBeFocused();
});
