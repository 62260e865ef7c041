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

test('where all that is open is held, packing up ends nothing, and no button says that it does', async ({
  page,
  show,
}) => {
  await show('day-pack-up-held');
  await expect(page.locator('[data-ending="0"]')).toHaveText('No application ends.');
  await expect(page.locator('[data-held="1"]')).toBeVisible();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Pack up', exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /End all/ })).toHaveCount(0);
  await show('day-pack-up');
  await expect(dialog.getByRole('button', { name: 'End all and pack up' })).toBeVisible();
});
