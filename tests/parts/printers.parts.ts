import { expect, test } from './browser.ts';

test('only a kiosk that has a built-in printer offers to go back to it', async ({ page, show }) => {
  const back = page.getByRole('button', { name: 'Switch back to the built-in printer…' });
  await show('printers-release');
  await expect(page.locator('[data-printer="ipp"]')).toBeVisible();
  await expect(back).toHaveCount(0);
  // The positive control: the same printer at a kiosk for evaluation.
  await show('printers-encrypted');
  await expect(page.locator('[data-printer="ipp"]')).toBeVisible();
  await expect(back).toBeVisible();
});
