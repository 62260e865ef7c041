import { expect, test } from './browser.ts';

// What staff can do while the kiosk's files do not fit together.

const screen = (name: string): string => `main[data-screen="${name}"]`;

test('no key takes the question for the second supervisor away, nor what is typed there', async ({
  page,
  show,
}) => {
  await show('misfit-approval');
  const passphrase = page.locator('#approval-passphrase');
  await expect(page.locator('[data-approval-about]')).toContainText('2 open applications end and are erased');
  await passphrase.fill('marble lantern');
  await page.keyboard.press('F4');
  await expect(passphrase).toHaveValue('marble lantern');
  await expect(page.locator(screen('supervisor'))).toHaveCount(0);
  // The control: where nobody is asked.
  await show('misfit-older-vault');
  await page.locator(screen('files-misfit')).waitFor();
  await page.keyboard.press('F4');
  await expect(page.locator(screen('supervisor'))).toBeVisible();
});

test('IT staff reach the ledger and come back, a clerk reaches nothing', async ({ page, show }) => {
  await show('misfit-it');
  await page.locator(screen('files-misfit')).waitFor();
  await page.keyboard.press('F4');
  await expect(page.locator('[data-section="ledger"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify the ledger' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator(screen('files-misfit'))).toBeVisible();
  await show('misfit-clerk');
  await page.locator(screen('files-misfit')).waitFor();
  await page.keyboard.press('F4');
  await expect(page.locator(screen('files-misfit'))).toBeVisible();
});

test('a hold that is set or lifted meanwhile is not said to be in the ledger, and frees nothing', async ({
  page,
  show,
}) => {
  const recorded = page.getByText(/Recorded in the ledger/);
  for (const state of ['misfit-hold-set', 'misfit-sign-in-hold-set']) {
    await show(state);
    await expect(page.locator('[data-entry-waits]')).toContainText(
      'The ledger gets it once the kiosk goes on.',
    );
    await expect(recorded).toHaveCount(0);
  }
  await show('misfit-hold-nobody-lifts');
  await expect(page.locator('[data-nobody-lifts]')).toContainText('nobody can lift a legal hold');
  await show('misfit-lift');
  await expect(page.getByRole('dialog')).toContainText('Nothing is opened or erased until two supervisors');
  await expect(page.getByRole('dialog')).not.toContainText('as usual');
  await expect(page.getByText('Resume new applications…')).toHaveCount(0);
  // The controls: the same where files fit.
  await show('hold-set');
  await expect(recorded).toBeVisible();
  await show('hold-lift');
  await expect(page.getByRole('dialog')).toContainText('as usual');
  await expect(page.getByText('Resume new applications…')).toBeAttached();
});
