import { expect, fontsLoaded, test } from './browser.ts';

test('where no printer has paper all of the slip is seen on a usual screen, in every language', async ({
  page,
  show,
}) => {
  await show('denial-slip');
  await page.locator('html[data-done]').waitFor();
  const languages = page.locator('input[name="slip-language"]');
  for (const language of await languages.evaluateAll((all) =>
    all.map((each) => each.getAttribute('value')),
  )) {
    await page.locator(`input[name="slip-language"][value="${language}"]`).check();
    const slip = page.locator(`[data-slip="${language}"]`);
    await expect(slip).toBeVisible();
    await fontsLoaded(page);
    for (const line of await slip.locator('h2, h3, p, li, svg').all())
      await expect(line, `${language}: ${await line.textContent()}`).toBeInViewport({ ratio: 0.95 });
  }
});
