import type { Locator } from '@playwright/test';
import { expect, test } from './browser.ts';
import { ONWARD, openResident as open } from './open-resident.ts';

test('the buttons at the foot keep their places when one comes up that moves the page', async ({ page }) => {
  const staff = page.locator('[data-opens="staff"]');
  const startOver = page.locator('[data-opens="start-over"]');
  const place = async (button: Locator) => (await button.boundingBox())?.x ?? Number.NaN;
  await open(page, 'resident-language');
  await expect(page.locator('[data-leads]')).toHaveCount(0);
  const before = await place(staff);
  await open(page, 'resident-language-suspended');
  await expect(page.locator('[data-leads]')).toHaveCount(1);
  expect(await place(staff)).toBeCloseTo(before, 0);
  // On a foot of several rows the last one is at its beginning, and under no main button.
  await page.setViewportSize({ width: 640, height: 800 });
  try {
    await open(page, 'resident-review-counter', { language: 'fr' });
    const [last, main] = [await startOver.boundingBox(), await page.locator(ONWARD).boundingBox()];
    expect(last?.y ?? Number.NaN).toBeGreaterThan(main?.y ?? Number.NaN);
    expect(last?.x ?? Number.NaN).toBeLessThanOrEqual(main?.x ?? Number.NaN);
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('Arabic numbers and choices: a number stands below its label, and what may be left out is read first', async ({
  page,
}) => {
  await open(page, 'resident-date-wrong', { language: 'ar' });
  const year = page.locator('#answer-birthYear');
  await expect(year).toHaveCSS('text-align', 'right');
  await expect(year).toHaveCSS('direction', 'ltr');
  await open(page, 'resident-choice');
  const optional = page.getByText('Optional.');
  const [said, first] = [
    await optional.boundingBox(),
    await page.locator('main label').first().boundingBox(),
  ];
  expect(said?.y ?? Number.NaN).toBeLessThan(first?.y ?? Number.NaN);
});

test('a choice that is refused stays in sight with all of the ring around it', async ({ page }) => {
  await open(page, 'resident-route-refused');
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
  const focused = page.locator('main label:has(input:focus)');
  const foot = await page.locator(ONWARD).boundingBox();
  const box = await focused.boundingBox();
  // Four pixels of ring, two beside it.
  expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN) + 6).toBeLessThan(foot?.y ?? Number.NaN);
});

test('at a counter the first thing to read at the end is to turn the screen', async ({ page }) => {
  await open(page, 'resident-left-counter');
  const turn = await page.getByText('Turn the screen to the clerk.').boundingBox();
  const became = await page.locator('[data-became]').boundingBox();
  expect(turn?.y ?? Number.NaN).toBeLessThan(became?.y ?? Number.NaN);
});
