import { expect, fontsLoaded, test } from './browser.ts';
import { rowsOf } from './rows.ts';

test('where no printer has paper all of the slip is seen on a usual screen, in every language', async ({
  page,
  show,
}) => {
  await show('denial-slip');
  await page.locator('html[data-done]').waitFor();
  const languages = page.locator('input[name="slip-language"]');
  const offered = await languages.evaluateAll((all) => all.map((each) => each.getAttribute('value')));
  for (const language of rowsOf(offered, 3)) {
    await page.locator(`input[name="slip-language"][value="${language}"]`).check();
    const slip = page.locator(`[data-slip="${language}"]`);
    await expect(slip).toBeVisible();
    await fontsLoaded(page);
    const lines = slip.locator('h2, h3, p, li, svg');
    const said = await lines.allTextContents();
    expect(said.length).toBeGreaterThan(5);
    // At once: each look takes a frame, and a machine that has more to do draws few.
    await Promise.all(
      said.map((words, place) =>
        expect(lines.nth(place), `${language}: ${words}`).toBeInViewport({ ratio: 0.95 }),
      ),
    );
  }
});
