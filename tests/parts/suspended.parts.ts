import { expect, fontsLoaded, test } from './browser.ts';

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

test('on a locked screen all languages of a notice are in sight beside the form, and a paused applicant’s box has their direction', async ({
  page,
  show,
}) => {
  await show('screen-locked-suspended');
  const told = page.locator('[data-notice="suspension"] [data-for-residents]');
  await expect(told).not.toHaveCount(0);
  await fontsLoaded(page);
  expect(await told.count()).toBeGreaterThan(5);
  for (const each of await told.all()) await expect(each).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Unlock screen' })).toBeInViewport({ ratio: 1 });
  // The applicant’s box has the direction of what is in it, and staff can read it as well.
  await show('screen-locked-paused');
  const paused = page.locator('[data-paused="ar"]');
  await expect(paused).toBeVisible();
  const sign = page.locator('[dir="rtl"] > div > [aria-hidden="true"]');
  const [mark, words] = [await sign.boundingBox(), await paused.boundingBox()];
  expect(mark?.x ?? Number.NaN).toBeGreaterThan(words?.x ?? Number.NaN);
  await expect(page.locator('[data-paused="en"]')).toHaveText(
    'This kiosk is paused. What was entered is still there.',
  );
});
