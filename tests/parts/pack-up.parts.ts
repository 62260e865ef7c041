import { expect, test } from './browser.ts';

test('before packing up nobody reads of a fee or an old card that their city does not take', async ({
  page,
  show,
}) => {
  const told = page.locator('[data-left-behind]');
  await show('day-pack-up');
  await expect(page.locator('[data-ending]')).toBeVisible();
  await expect(told).toHaveText('If an applicant paid a fee or left an old card, return it.');
  await show('day-pack-up-free');
  await expect(page.locator('[data-ending]')).toBeVisible();
  await expect(told).toHaveCount(0);
});
