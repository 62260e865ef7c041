import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';

const month = (page: Page) => page.getByLabel('Birth month');
const day = (page: Page) => page.getByLabel('Day', { exact: true });
const year = (page: Page) => page.getByLabel('Year');

test('a full part of a date hands the focus on, and the last one stays', async ({ page, show }) => {
  await show('answers-empty');
  await month(page).focus();
  await page.keyboard.type('0314');
  await expect(year(page)).toBeFocused();
  await page.keyboard.type('1990');
  await expect(month(page)).toHaveValue('03');
  await expect(day(page)).toHaveValue('14');
  await expect(year(page)).toHaveValue('1990');
  await expect(year(page)).toBeFocused();
  await expect(year(page)).toHaveAccessibleDescription('36 years old');
});

test('a Tab that the fingers type after a full part does not skip the next one', async ({ page, show }) => {
  await show('answers-empty');
  await month(page).focus();
  await page.keyboard.type('03');
  await page.keyboard.press('Tab');
  await expect(day(page)).toBeFocused();
  // The second one is meant.
  await page.keyboard.press('Tab');
  await expect(year(page)).toBeFocused();
});

test('a sign between the parts moves on, and stands in no field', async ({ page, show }) => {
  await show('answers-empty');
  await month(page).focus();
  await page.keyboard.type('3/7-1990');
  await expect(month(page)).toHaveValue('3');
  await expect(day(page)).toHaveValue('7');
  await expect(year(page)).toHaveValue('1990');
  await expect(year(page)).toBeFocused();
});

test('of a date that is empty the whole is asked for, and of one that is begun the part that is missing', async ({
  page,
  show,
}) => {
  await show('answers-nothing-given');
  await page.locator('html[data-done]').waitFor();
  const note = page.locator('#birthDate-note');
  await expect(note).toHaveText('Enter the birth date in numbers.');
  await month(page).fill('3');
  await expect(note).toHaveText(/^Enter the day as a number/);
});
