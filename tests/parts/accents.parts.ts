import type { Page } from '@playwright/test';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';

/** Down, and the repeats of a key that is held. */
async function hold(page: Page, key: string): Promise<void> {
  await page.keyboard.down(key);
  await page.keyboard.down(key);
  await page.keyboard.down(key);
  await page.keyboard.up(key);
}

test('a held letter offers its accents, and a number puts one in its place', async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  await field.focus();
  await page.keyboard.type('Ren');
  await hold(page, 'e');
  // The repeats type nothing.
  await expect(field).toHaveValue('Rene');
  const offered = page.locator('[data-accents="e"]');
  await expect(offered.locator('li').first()).toHaveText('é1');
  // For whoever goes there; nobody else is told which letter was typed.
  await expect(page.getByRole('list', { name: 'Accents' })).toContainText('é');
  await expect(offered.locator('xpath=ancestor-or-self::*[@role="status" or @aria-live]')).toHaveCount(0);
  await page.keyboard.press('1');
  await expect(field).toHaveValue('René');
  await expect(offered).toHaveCount(0);
  // The number is a number again.
  await page.keyboard.type('1');
  await expect(field).toHaveValue('René1');
});

// `renderer/parts/text-field/accents.test.ts` says what each key does.
test('0 shows more of them, and Escape closes it and nothing else', LONG, async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  await field.focus();
  await hold(page, 'a');
  const first = page.locator('[data-accents="a"] li').first();
  await expect(first).toHaveText('á1');
  await page.keyboard.press('0');
  await expect(first).not.toHaveText('á1');
  await page.keyboard.press('Escape');
  await expect(first).toHaveCount(0);
  await expect(field).toHaveValue('a');
  await expect(field).toBeFocused();
});

test('the accent goes where the letter was typed, in the middle of a word as well', async ({
  page,
  stage,
}) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  await field.fill('Ox');
  await page.keyboard.press('ArrowLeft');
  await hold(page, 'n');
  await page.keyboard.press('1');
  await page.keyboard.type('a');
  await expect(field).toHaveValue('Oñax');
});

// `renderer/parts/text-field/accents.test.ts` says what each key does.
test('another letter closes it and is typed', LONG, async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  await field.focus();
  await hold(page, 'o');
  await expect(page.locator('[data-accents="o"]')).toBeVisible();
  await page.keyboard.type('k');
  await expect(page.locator('[data-accents="o"]')).toHaveCount(0);
  await expect(field).toHaveValue('ok');
});
