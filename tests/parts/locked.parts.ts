import { expect, test } from './browser.ts';

test('that an erasure is tried again is said once while it is, and else when it will be', async ({
  page,
  show,
}) => {
  const timer = page.locator('main [role="timer"]');
  await show('locked-trying');
  await page.locator('html[data-done]').waitFor();
  await expect(page.getByRole('status').filter({ hasText: 'Trying again…' })).toBeVisible();
  await expect(timer).toHaveText('');
  await show('locked-soon');
  await expect(timer).toContainText('by itself in');
  await show('locked-key');
  await expect(timer).toContainText('Select Try again.');
});
