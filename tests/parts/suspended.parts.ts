import { expect, test } from './browser.ts';

test('residents read the notice of each suspension over the sign-in form and on the locked screen, in its languages', async ({
  page,
  show,
}) => {
  for (const [state, screen, notices, inSpanish, inFrench] of [
    // Two that say the same are read once; what only one of them says is read, too.
    ['sign-in-suspended', 'sign-in', 1, 1, 1],
    // Of these two the Spanish is the same, and French is no language that the policy names.
    ['sign-in-suspended-differently', 'sign-in', 2, 1, 2],
    ['screen-locked-suspended', 'screen-locked', 1, 1, 1],
    // Where nothing is suspended there is none.
    ['sign-in', 'sign-in', 0, 0, 0],
    ['screen-locked', 'screen-locked', 0, 0, 0],
  ] as const) {
    await show(state);
    await expect(page.locator(`main[data-screen="${screen}"]`)).toBeVisible();
    await expect(page.locator('[data-notice="suspension"]')).toHaveCount(notices);
    for (const [language, times] of [
      ['en', notices],
      ['es', inSpanish],
      ['fr', inFrench],
    ] as const) {
      const told = page.locator(`[data-notice="suspension"] [data-for-residents="${language}"]`);
      await expect(told).toHaveCount(times);
      for (const each of await told.all()) await expect(each).toBeVisible();
    }
  }
});
