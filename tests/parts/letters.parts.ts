import type { Page } from '@playwright/test';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';

const name = (page: Page) => page.locator('#answer-name');
const search = (page: Page) => page.getByLabel('Find a letter');

/** Opens the table from the name, with the cursor behind what is in it. */
async function openLetters(page: Page): Promise<void> {
  await name(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('F5');
  await expect(search(page)).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
}

test('F5 finds a letter by its mark, Enter puts it at the cursor, and typing goes on at once', async ({
  page,
  show,
}) => {
  await show('answers-empty');
  await name(page).fill('Waesa');
  await openLetters(page);
  await expect(page.getByRole('dialog', { name: 'Letters for “Name on the card”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(name(page)).toBeFocused();
  for (const _ of 'esa') await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F5');
  await search(page).fill('l stroke');
  await expect(page.getByRole('option')).toHaveText(['ł', 'Ł']);
  await expect(page.getByText('2 letters')).toBeVisible();
  await keepPicture(page, 'letters-found');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F5');
  await expect(search(page)).toHaveValue('');
  await search(page).fill('e ogonek');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await page.keyboard.type('h');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(name(page)).toHaveValue('Wałęhsa');
  await expect(name(page)).toBeFocused();
});

// `renderer/letters` has tests of what is found, and of where the keys lead.
test(
  'a language finds its letters, and the arrows and the pages lead through them',
  LONG,
  async ({ page, show }) => {
    await show('answers-empty');
    await openLetters(page);
    const first = page.getByRole('option').first();
    const unnamed = await first.textContent();
    await search(page).fill('vietnamese');
    await expect(first).toHaveText('à');
    await expect(page.getByText('Letters 1 to 90 of 134')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('option').nth(1)).toBeFocused();
    await expect(page.locator('[data-letter-name]')).toContainText('acute');
    await page.keyboard.press('ArrowUp');
    await expect(search(page)).toBeFocused();
    await page.keyboard.press('PageDown');
    await expect(page.locator('[data-place="90"]')).toHaveAttribute('aria-selected', 'true');
    // A letter typed among the letters goes on in the search.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('e horn');
    await expect(search(page)).toHaveValue(/e horn$/);
    await search(page).fill('');
    await expect(first).toHaveText(unnamed ?? '');
  },
);

test('it holds the focus, and Escape puts nothing anywhere', async ({ page, show }) => {
  await show('answers-typed');
  const before = await name(page).inputValue();
  await openLetters(page);
  await search(page).fill('polish');
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    expect(await inside(), `after ${step + 1} tabs`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(name(page)).toBeFocused();
  await expect(name(page)).toHaveValue(before);
  // The positive control: from anywhere else on the step the same key opens it for the same field.
  await page.locator('#answer-birthYear').focus();
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog', { name: 'Letters for “Name on the card”' })).toBeVisible();
});

test('F9 takes it away and covers the step; a field whose text is selected keeps it', async ({
  page,
  show,
}) => {
  await show('answers-typed');
  await openLetters(page);
  await search(page).fill('ogonek');
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Covered. Press F9 to continue.')).toBeVisible();
  // Under the cover it does not open.
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(name(page)).toBeFocused();
  const before = await name(page).inputValue();
  await name(page).selectText();
  await page.keyboard.press('F5');
  await search(page).fill('ß');
  await expect(page.getByRole('option')).toHaveText(['ß']);
  await page.keyboard.press('Enter');
  await expect(name(page)).toHaveValue(`${before}ß`);
});

test('its letters are large enough to press, on a small screen as well', async ({ page, show }) => {
  await show('answers-letters');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keepPicture(page, 'letters');
  const smallest = () =>
    page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('[role="dialog"] :is(button, input)')].flatMap((each) => {
          const { width, height } = each.getBoundingClientRect();
          return [width, height];
        }),
      ),
    );
  expect(await smallest()).toBeGreaterThanOrEqual(44);
  await page.setViewportSize({ width: 640, height: 400 });
  try {
    expect(await smallest()).toBeGreaterThanOrEqual(44);
    for (let row = 0; row < 5; row += 1) await page.keyboard.press('ArrowDown');
    await expect(page.locator('[role="option"]:focus')).toBeInViewport({ ratio: 1 });
    await keepPicture(page, 'letters-small');
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider).toBe(false);
  } finally {
    // The page is the next test's as well.
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
