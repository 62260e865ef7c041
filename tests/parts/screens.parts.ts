import type { ConsoleMessage } from '@playwright/test';
import { fixtures } from '../../build/dev/fixtures/fixtures.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { expect, expectState, test } from './browser.ts';

/** The first state of each screen, and in long runs all of them. */
const shown = fixtures.filter(
  ({ screen }, place) =>
    process.env.COUNTERFOIL_ALL === '1' || fixtures.findIndex((each) => each.screen === screen) === place,
);

for (const state of shown) {
  test(`the state ${state.name} of npm run dev is on the screen ${state.screen}`, async ({ page, show }) => {
    const complaints: string[] = [];
    const onMessage = (message: ConsoleMessage): void => {
      if (message.type() === 'error') complaints.push(message.text());
    };
    page.on('console', onMessage);
    await show(state.name);
    await expectState(page, state);
    page.off('console', onMessage);
    expect(complaints).toEqual([]);
    await keepPicture(page, `dev-${state.name}`);
  });
}

test('the list leads to a state, and its address names it', async ({ page, list }) => {
  await list('#sign-in');
  const screen = page.frameLocator('#screen');
  await expect(screen.locator('main[data-screen="sign-in"]')).toBeVisible();
  await page.getByRole('link', { name: 'Nothing ticked yet' }).click();
  await expect(screen.locator('main[data-screen="documents"]')).toBeVisible();
  await expect(page).toHaveURL(/#documents$/);
  await expect(page.locator('nav [aria-current]')).toHaveText('Nothing ticked yet');
  await keepPicture(page, 'dev-list');
});
