import type { Locator, Page } from '@playwright/test';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { awake, openResident } from './open-resident.ts';
import { rowsOf } from './rows.ts';

const mark = (page: Page) => page.locator('[data-switch-at]');

test('once a helper’s Tab has turned the switches off, F7 turns them on again on every screen', async ({
  page,
}) => {
  for (const state of rowsOf(['resident-notice', 'resident-name', 'resident-review', 'resident-ticket'], 2)) {
    await openResident(page, state, { switchKeys: 'f7-f8' });
    await expect(mark(page), state).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(mark(page), state).toHaveCount(0);
    await page.keyboard.press('F7');
    await expect(mark(page), state).toHaveCount(1);
  }
});

// The same keys as on the screens above.
test(
  'so it does in what lies over a screen and on a covered one, and presses nothing there',
  LONG,
  async ({ page }) => {
    await openResident(page, 'resident-leave');
    await page.keyboard.press('F8');
    await expect(page.getByRole('dialog').locator('[data-switch-at]')).toHaveCount(1);
    await expect(page.getByRole('dialog')).toBeVisible();
    await openResident(page, 'resident-name');
    await page.keyboard.press('F9');
    await expect(page.locator('[data-privacy-cover]')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.locator('[data-privacy-cover] [data-switch-at]')).toHaveCount(1);
    await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  },
);

test('past the first screens the space bar and digits are a keyboard’s', async ({ page }) => {
  await openResident(page, 'resident-name');
  const field = page.locator('#answer-name');
  await expect(field).toBeFocused();
  await page.keyboard.type('A 1');
  await expect(field).toHaveValue('A 1');
  await expect(mark(page)).toHaveCount(0);
});

test('where somebody is asked whether they are there, F7 answers and turns nothing on', async ({ page }) => {
  await openResident(page, 'resident-idle');
  await expect(page.locator('[data-idle-end]')).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(mark(page)).toHaveCount(0);
});

test('after a helper has set the text by touch, the first press of a switch opens nothing again', async ({
  page,
}) => {
  await openResident(page, 'resident-language');
  const opener = page.locator('[data-opens="text-size"]');
  await awake(opener);
  await opener.click();
  const buttons = page.getByRole('dialog').getByRole('button');
  await awake(buttons.last());
  await buttons.nth(3).click();
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'largest');
  await page.getByRole('dialog').getByRole('button', { name: 'Close settings' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
  await awake(opener);
  await page.keyboard.press('Space');
  await expect(page.locator('main [data-switch-at]')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a field that staff were in over a screen draws the switches into no keyboard below it', async ({
  page,
}) => {
  await openResident(page, 'resident-name', { switchKeys: 'f7-f8' });
  const moveTo = async (at: Locator): Promise<void> => {
    for (let moves = 0; (await at.count()) === 0; moves += 1) {
      expect(moves, 'the switches come to it').toBeLessThan(60);
      await page.keyboard.press('F7');
    }
  };
  await moveTo(page.locator('[data-opens="language"][data-switch-at]'));
  await page.keyboard.press('F11');
  const dialog = page.getByRole('dialog');
  const signIn = dialog.getByRole('button', { name: 'Staff sign-in' });
  await awake(signIn);
  await signIn.click();
  await moveTo(dialog.locator('#passphrase[data-switch-at]'));
  await page.keyboard.press('F8');
  await expect(dialog.locator('#passphrase')).toBeFocused();
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('[data-opens="language"][data-switch-at]')).toHaveCount(1);
  // Whatever else changes on the page.
  await page.evaluate(async () => {
    document.body.append(document.createElement('i'));
    for (let frames = 0; frames < 3; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  await expect(page.locator('[data-opens="language"][data-switch-at]')).toHaveCount(1);
});

test('whoever selects a mistake goes on from its field', async ({ page }) => {
  const toMistake = async (): Promise<void> => {
    const mistake = page.locator('[aria-labelledby="mistakes"] [data-switch-at]');
    for (let moves = 0; (await mistake.count()) === 0; moves += 1) {
      expect(moves, 'the switches come to it').toBeLessThan(60);
      await page.keyboard.press('F7');
    }
    await awake(mistake);
    await page.keyboard.press('F8');
  };
  await openResident(page, 'resident-name-empty', { switchKeys: 'f7-f8' });
  await toMistake();
  await expect(page.locator('#answer-name')).toBeFocused();
  await expect(page.locator('[data-on-screen-keyboard] [data-switch-at]')).toHaveCount(1);
  // Of a list it is the choice at hand.
  await openResident(page, 'resident-choice-needed', { switchKeys: 'f7-f8' });
  await toMistake();
  await expect(page.locator('main label[data-switch-at] input')).toBeFocused();
});
