import { expect, test } from './browser.ts';

test('what a legal hold lacks before it can be set has the focus: its reasons, or its tickets', async ({
  page,
  show,
}) => {
  await show('hold-no-reason');
  await page.locator('html[data-done]').waitFor();
  await expect(page.getByRole('group', { name: 'Reason Choose a reason first.' })).toBeVisible();
  await expect(page.locator('input[name="hold-reason"]').first()).toBeFocused();
  await show('hold-no-ticket');
  await page.locator('html[data-done]').waitFor();
  await expect(page.locator('[data-problem="no-ticket"]')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-hold-ticket]').first()).toBeFocused();
});

test('an application is produced for a recipient, who is given both files: only a card is handed over', async ({
  page,
  show,
}) => {
  await show('hold-produce-confirm');
  await expect(page.getByRole('dialog').getByRole('heading')).toContainText('for this recipient?');
  await show('hold-produced');
  const produced = page.locator('[data-produced]');
  await expect(produced).toContainText('Give both files to the recipient.');
  await expect(produced).not.toContainText(/hand over/i);
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
