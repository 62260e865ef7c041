import { expect, test } from './browser.ts';

test('the age beside a caretaker is the one that the card details have', async ({ page, show }) => {
  await show('caretaker');
  await expect(page.locator('[data-caretaker-needed]')).toContainText('9 years old · ');
  await show('caretaker-year');
  await expect(page.locator('[data-caretaker-needed]')).toContainText('8 or 9 years old · ');
});
