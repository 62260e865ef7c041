import { expect, test } from './browser.ts';

test('no key takes the question for the second supervisor away, nor what is typed there', async ({
  page,
  show,
}) => {
  await show('misfit-approval');
  const passphrase = page.locator('#approval-passphrase');
  await passphrase.fill('summer');
  await page.keyboard.press('F4');
  await expect(passphrase).toHaveValue('summer');
  await expect(page.locator('[data-approval-about]')).toContainText(
    '2 open applications end and are erased.',
  );
  // The control: without the question it is heard.
  await page.keyboard.press('Escape');
  await expect(passphrase).toHaveCount(0);
  await page.keyboard.press('F4');
  await page.locator('main[data-screen="supervisor"]').waitFor();
});

test('IT staff go from files that do not fit to the ledger and back', async ({ page, show }) => {
  await show('misfit-it');
  await page.locator('main[data-screen="files-misfit"]').waitFor();
  await page.keyboard.press('F4');
  await expect(page.locator('[data-tab="ledger"]')).toHaveAttribute('aria-current', /./);
  await expect(page.getByRole('button', { name: 'Verify the ledger' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('main[data-screen="files-misfit"]').waitFor();
});
