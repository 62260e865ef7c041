import { residentLanguages } from '../../shared/residents/language.ts';
import { expect, test } from './browser.ts';
import { awake, ONWARD, openResident as open } from './open-resident.ts';

/** Where something is told above its field. */
const TOLD_ABOVE = [
  'resident-name-empty',
  'resident-name-long',
  'resident-name-uncovered',
  'resident-name-wide',
  'resident-date-empty',
  'resident-date-wrong',
  'resident-date-other-calendar',
];

for (const language of residentLanguages)
  test(`what is wrong and its field are seen together, and the keyboard waits until somebody is in one, in ${language}`, async ({
    page,
  }) => {
    const keyboard = page.locator('[data-on-screen-keyboard]');
    const fields = page.locator('main input[type="text"]');
    for (const state of TOLD_ABOVE) {
      await open(page, state, { language });
      const box = page.locator('[aria-labelledby="mistakes"]');
      await expect(box, state).toBeFocused();
      await expect(keyboard, state).toBeHidden();
      await expect(box, state).toBeInViewport({ ratio: 1 });
      for (const field of await fields.all()) await expect(field, state).toBeInViewport({ ratio: 1 });
      await box.getByRole('button').first().click();
      await expect(keyboard, state).toBeVisible();
      await expect(page.locator('main input:focus'), state).toBeInViewport({ ratio: 1 });
    }
  });

test('the keyboard that waited has the letters that it had', async ({ page }) => {
  await open(page, 'resident-name', { language: 'uk' });
  const script = page.locator('[data-on-screen-keyboard] [data-key="script"]');
  const letter = page.locator('[data-on-screen-keyboard] [data-key="0-0"]');
  await script.click();
  await expect(letter).toHaveText(/\p{Script=Cyrillic}/u);
  await page.locator(ONWARD).click();
  await expect(letter).toBeHidden();
  await page.locator('#answer-name').click();
  await expect(letter).toHaveText(/\p{Script=Cyrillic}/u);
});

test('what is asked about a date is seen with the date, in every language', async ({ page }) => {
  for (const language of residentLanguages) {
    await open(page, 'resident-date-very-old', { language });
    await expect(page.locator('#answer-birthYear'), language).toBeFocused();
    await expect(page.locator('#birthDate-note'), language).toBeInViewport({ ratio: 1 });
    await expect(page.locator('#answer-birthYear'), language).toBeInViewport({ ratio: 1 });
  }
});

test('at an ordinary question all is seen at once: how far it is, the field, and what happens with the answer', async ({
  page,
}) => {
  for (const state of ['resident-name', 'resident-name-one-letter', 'resident-name-held']) {
    await open(page, state);
    await expect(page.locator('[data-leads]'), state).toHaveCount(0);
    for (const seen of ['[data-progress]', '[data-cover] button', '#answer-name', '[data-what-happens]'])
      await expect(page.locator(seen), `${state}: ${seen}`).toBeInViewport({ ratio: 0.95 });
  }
  for (const language of residentLanguages) {
    await open(page, 'resident-birth-date', { language });
    await expect(page.locator('#answer-birthMonth'), language).toBeFocused();
    for (const seen of ['[data-progress]', '[data-cover] button', '#answer-birthYear'])
      await expect(page.locator(seen), `${language}: ${seen}`).toBeInViewport({ ratio: 1 });
  }
});

test('the line that can’t be printed is named and seen, with its button, whenever going on is refused', async ({
  page,
}) => {
  await open(page, 'resident-review-wrong');
  const line = page.locator('[data-wrong="true"]');
  for (let presses = 0; presses < 2; presses += 1) {
    await expect(line).toHaveAttribute('data-line', 'emergencyContact');
    await expect(line.getByRole('alert')).toContainText('Emergency contact: This can’t be printed');
    await expect(line).toBeInViewport({ ratio: 1 });
    await page.locator('main [data-scrolls]').evaluate((place) => place.scrollTo({ top: 0 }));
    await expect(line).not.toBeInViewport({ ratio: 1 });
    await awake(page.locator(ONWARD));
    await page.locator(ONWARD).click();
  }
  await expect(line).toBeInViewport({ ratio: 1 });
  await line.getByRole('button').click();
  await expect(page.locator('[data-screen="resident-question"]')).toBeVisible();
});

test('why leaving or starting over is refused stands above the buttons', async ({ page }) => {
  for (const state of ['resident-leave-refused', 'resident-start-over-refused']) {
    await open(page, state);
    const dialog = page.getByRole('dialog');
    const told = await dialog.getByRole('alert').boundingBox();
    const first = await dialog.getByRole('button').first().boundingBox();
    expect((told?.y ?? Number.NaN) + (told?.height ?? Number.NaN), state).toBeLessThan(
      first?.y ?? Number.NaN,
    );
  }
});
