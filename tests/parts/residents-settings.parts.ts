import { expect, test } from './browser.ts';
import { openResident as open } from './open-resident.ts';
import { rowsOf } from './rows.ts';

test('settings open at what is chosen, and it looks like the choice of a question, not like a main button', async ({
  page,
}) => {
  for (const [state, chosen] of rowsOf(
    [
      ['language', '[data-language="en"] button'],
      ['text-size', '[aria-pressed="true"]'],
      ['contrast', '[aria-pressed="true"]'],
      ['keys', '[name="repeat-delay"]:checked'],
    ] as const,
    2,
  )) {
    await open(page, `resident-settings-${state}`);
    await expect(page.getByRole('dialog').locator(chosen), state).toBeFocused();
  }
  const groundOf = (at: string) =>
    page.locator(at).evaluate((drawn) => getComputedStyle(drawn).backgroundColor);
  await open(page, 'resident-choice');
  const ofChoice = await groundOf('main label[data-selected]');
  await open(page, 'resident-settings-contrast');
  expect(await groundOf('[role="dialog"] [aria-pressed="true"]')).toBe(ofChoice);
  expect(await groundOf('[role="dialog"] [data-main="true"]')).not.toBe(ofChoice);
});
