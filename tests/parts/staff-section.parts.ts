import { expect, test } from './browser.ts';

test('a passphrase that the kiosk judges as too weak is told at its field alone', async ({ page, show }) => {
  const field = page.locator('#new-passphrase');
  const note = page.locator('#new-passphrase-note');
  await show('staff-add-suggested');
  await page.locator('html[data-done]').waitFor();
  // The positive control: until then it is said to be hard to guess.
  await expect(note).toContainText('Very hard to guess.');
  await show('staff-add-weak-passphrase');
  await expect(note).toContainText('Too easy to guess.');
  await expect(note).not.toContainText('Very hard to guess.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
  // Until something else stands in it.
  await field.pressSequentially(' lantern');
  await expect(note).not.toContainText('Too easy to guess.');
});

test('who was removed meanwhile is gone from the list, and the question whether to remove them as well', async ({
  page,
  show,
}) => {
  const anselm = page.locator('[data-member="Anselm Brightwater"]');
  await show('staff-remove');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(anselm).toHaveCount(1);
  await show('staff-remove-no-such-member');
  await expect(page.locator('[data-already-gone]')).toHaveText('Anselm Brightwater was already removed.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(anselm).toHaveCount(0);
  await expect(page.locator('[data-member]')).not.toHaveCount(0);
});
