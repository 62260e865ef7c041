import type { Page } from '@playwright/test';
import { residentLanguages } from '../../shared/residents/language.ts';
import { expect, test } from './browser.ts';
import { awake, ONWARD, openResident as open, WHOLLY } from './open-resident.ts';
import { languagesLooked, rowsOf } from './rows.ts';

/** Where something is told above its field, and all of it has room beside its fields. */
const TOLD_ABOVE = [
  'resident-name-wide',
  'resident-date-empty',
  'resident-contact-wrong',
  'resident-name-uncovered',
  'resident-name-empty',
  'resident-name-long',
  'resident-date-wrong',
  'resident-date-other-calendar',
];

/** Each of them in every language. The first four have each kind of question, and four languages, one from right to left. */
const TOLD = residentLanguages.flatMap((_, turn) =>
  TOLD_ABOVE.map((state, at) => ({
    state,
    language: residentLanguages[(turn + at + 1) % residentLanguages.length] ?? 'en',
  })),
);

const keyboardOn = (page: Page) => page.locator('[data-on-screen-keyboard]');
const told = (page: Page) => page.locator('[aria-labelledby="mistakes"]');

for (const { state, language } of rowsOf(TOLD, 4))
  test(`what is wrong and its field are seen together, and the keyboard waits until somebody is in one: ${state}, ${language}`, async ({
    page,
  }) => {
    await open(page, state, { language });
    await expect(told(page)).toBeFocused();
    await expect(keyboardOn(page)).toBeHidden();
    await expect(told(page)).toBeInViewport(WHOLLY);
    for (const field of await page.locator('main input[type="text"]').all())
      await expect(field).toBeInViewport(WHOLLY);
    await told(page).getByRole('button').first().click();
    await expect(keyboardOn(page)).toBeVisible();
    await expect(page.locator('main input:focus')).toBeInViewport(WHOLLY);
  });

/** One with a single field, and one that is longer than the display, first. */
const IN_LARGEST = [
  ['resident-name-long', '#answer-name'],
  ['resident-contact-both-wrong', '#answer-emergencyPhone'],
  ['resident-date-empty', '#answer-birthYear'],
  ['resident-contact-wrong', '#answer-emergencyPhone'],
] as const;

for (const [state, wrong] of rowsOf(IN_LARGEST, 2))
  test(`in the largest text what is wrong stays in sight, whether or not its field has room beside it: ${state}`, async ({
    page,
  }) => {
    await open(page, state, { textSize: 'largest' });
    await expect(told(page)).toBeFocused();
    await expect(keyboardOn(page)).toBeHidden();
    await expect(told(page)).toBeInViewport(WHOLLY);
    // The bar has two rows in this text, and lies over what scrolls.
    const bar = await page.locator('[data-scrolls] > div').first().boundingBox();
    const top = (await told(page).boundingBox())?.y ?? Number.NaN;
    expect(top).toBeGreaterThanOrEqual((bar?.y ?? Number.NaN) + (bar?.height ?? Number.NaN));
    await told(page).getByRole('button').last().click();
    await expect(keyboardOn(page)).toBeVisible();
    await expect(page.locator(wrong)).toBeFocused();
    await expect(page.locator(wrong)).toBeInViewport(WHOLLY);
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

/** The first one has more to read. */
const ORDINARY = ['resident-name-held', 'resident-name', 'resident-name-one-letter'];

for (const state of rowsOf(ORDINARY, 1))
  test(`at an ordinary question all is seen at once: ${state}`, async ({ page }) => {
    await open(page, state);
    await expect(page.locator('[data-leads]')).toHaveCount(0);
    for (const seen of ['[data-progress]', '[data-cover] button', '#answer-name', '[data-what-happens]'])
      await expect(page.locator(seen), seen).toBeInViewport(WHOLLY);
  });

for (const language of languagesLooked)
  test(`a date is seen with how far it is, and with what is asked about it, in ${language}`, async ({
    page,
  }) => {
    await open(page, 'resident-birth-date', { language });
    await expect(page.locator('#answer-birthMonth')).toBeFocused();
    for (const seen of ['[data-progress]', '[data-cover] button', '#answer-birthYear'])
      await expect(page.locator(seen), seen).toBeInViewport(WHOLLY);
    await open(page, 'resident-date-very-old', { language });
    await expect(page.locator('#answer-birthYear')).toBeFocused();
    for (const seen of ['#birthDate-note', '#answer-birthYear'])
      await expect(page.locator(seen), seen).toBeInViewport(WHOLLY);
  });

test('the line that can’t be printed is named and seen, with its button, whenever going on is refused', async ({
  page,
}) => {
  await open(page, 'resident-review-wrong');
  const line = page.locator('[data-wrong="true"]');
  for (let presses = 0; presses < 2; presses += 1) {
    await expect(line).toHaveAttribute('data-line', 'emergencyContact');
    await expect(line.getByRole('alert')).toContainText('Emergency contact: This can’t be printed');
    await expect(line).toBeInViewport(WHOLLY);
    await page.locator('main [data-scrolls]').evaluate((place) => place.scrollTo({ top: 0 }));
    await expect(line).not.toBeInViewport(WHOLLY);
    await awake(page.locator(ONWARD));
    await page.locator(ONWARD).click();
  }
  await expect(line).toBeInViewport(WHOLLY);
  await line.getByRole('button').click();
  await expect(page.locator('[data-screen="resident-question"]')).toBeVisible();
});

test('why leaving or starting over is refused stands above the buttons', async ({ page }) => {
  for (const state of ['resident-leave-refused', 'resident-start-over-refused']) {
    await open(page, state);
    const dialog = page.getByRole('dialog');
    const refusal = await dialog.getByRole('alert').boundingBox();
    const first = await dialog.getByRole('button').first().boundingBox();
    expect((refusal?.y ?? Number.NaN) + (refusal?.height ?? Number.NaN), state).toBeLessThan(
      first?.y ?? Number.NaN,
    );
  }
});
