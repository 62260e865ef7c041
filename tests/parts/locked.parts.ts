import { expect, fontsLoaded, test } from './browser.ts';

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
  await expect(timer).toHaveText('The kiosk won’t try again by itself.');
});

test('whether a search found something or could not be finished is told apart', async ({ page, show }) => {
  const screen = page.locator('main[data-screen="locked"]');
  await show('locked');
  await expect(screen).toContainText('The search found some of the applicant’s details on the kiosk.');
  await expect(screen).toContainText('someone has to look at what was found');
  await show('locked-at-searched');
  await expect(screen).toContainText('The search for the applicant’s details couldn’t be finished.');
  await expect(screen).not.toContainText('found');
});

test('whoever closes an erasure without proof reads the same name of it throughout', async ({
  page,
  show,
}) => {
  const act = /close.* without proof/i;
  await show('locked');
  await expect(page.locator('main [aria-keyshortcuts="F8"]')).toHaveText(act);
  const dialog = page.getByRole('dialog');
  await show('locked-closing');
  await expect(dialog.getByRole('heading')).toHaveText(act);
  await expect(dialog.locator('[data-main="true"]')).toHaveText(act);
  await expect(dialog.getByRole('radio', { checked: true }), 'no reason is chosen yet').toHaveCount(0);
  await show('close-without-proof');
  await expect(dialog.getByRole('heading')).toHaveText(act);
  await expect(dialog.locator('[aria-keyshortcuts="F12"]')).toHaveText(act);
  await show('close-approval');
  await expect(dialog).toContainText(act);
});

test('Escape goes back from the question to the reasons, and no place is kept empty below its buttons', async ({
  page,
  show,
}) => {
  await show('close-without-proof');
  const dialog = page.getByRole('dialog');
  const button = dialog.locator('[aria-keyshortcuts="F12"]');
  await button.waitFor();
  await fontsLoaded(page);
  const [around, last] = [await dialog.boundingBox(), await button.boundingBox()];
  expect(last).not.toBeNull();
  const below = (around?.y ?? 0) + (around?.height ?? 0) - (last?.y ?? 0) - (last?.height ?? 0);
  expect(below).toBeLessThan(40);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('radio', { checked: true })).toHaveValue('kiosk-withdrawn');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
