import { expect, test } from './browser.ts';
import { openResident as open } from './open-resident.ts';

test('settings open at what is chosen, and it looks like no main button', async ({ page }) => {
  for (const [state, chosen] of [
    ['language', '[data-language="en"] button'],
    ['text-size', '[aria-pressed="true"]'],
    ['contrast', '[aria-pressed="true"]'],
    ['keys', '[name="repeat-delay"]:checked'],
  ] as const) {
    await open(page, `resident-settings-${state}`);
    await expect(page.getByRole('dialog').locator(chosen), state).toBeFocused();
  }
  await open(page, 'resident-settings-contrast');
  const groundOf = (at: string) =>
    page
      .getByRole('dialog')
      .locator(at)
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await groundOf('[aria-pressed="true"]')).not.toBe(await groundOf('[data-main="true"]'));
});
