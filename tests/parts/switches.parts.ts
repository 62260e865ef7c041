import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';

/** What is said of where the switches stand. */
async function said(page: Page): Promise<string> {
  return ((await page.locator('[data-live-announcer]').textContent()) ?? '').replace('\u00a0', '');
}

/** Moves until this is said. */
async function moveTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await said(page)) === name) return;
    await page.keyboard.press('Space');
  }
  throw new Error(`no stop is called ${name}`);
}

async function selectAt(page: Page, name: string): Promise<void> {
  await moveTo(page, name);
  await page.keyboard.press('Enter');
}

test('a first press turns them on, and moving presses nothing', async ({ page, stage }) => {
  await stage('switches');
  const heard = page.getByTestId('heard');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('switches')).toHaveText('space-enter');
  await expect(page.locator('[data-switch-at]')).toHaveCount(1);
  for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Space');
  await expect(heard).toHaveText('');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  // Tab belongs to somebody with a keyboard.
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('switches')).toHaveText('off');
  await expect(page.locator('[data-switch-at]')).toHaveCount(0);
});

test('a keyboard that has gone to a button presses it, and turns nothing on', async ({ page, stage }) => {
  await stage('switches');
  await page.getByRole('button', { name: 'Larger' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('heard')).toHaveText('larger');
  await expect(page.getByTestId('switches')).toHaveText('off');
  await page.keyboard.press('F7');
  await expect(page.getByTestId('switches')).toHaveText('f7-f8');
});

test('a focus that a helper’s touch has left is nobody’s: the first press of a switch turns them on and does nothing else', async ({
  page,
  stage,
}) => {
  const heard = page.getByTestId('heard');
  const larger = page.getByRole('button', { name: 'Larger' });
  for (const key of ['Space', 'Enter', '1']) {
    await stage('switches');
    await larger.click();
    await expect(heard).toHaveText('larger');
    await expect(larger).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByTestId('switches')).not.toHaveText('off');
    await expect(heard).toHaveText('larger');
  }
  // Tab is a keyboard's, through the field beside it and back: what it goes to is pressed.
  await stage('switches');
  await larger.click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(larger).toBeFocused();
  await page.keyboard.press('Space');
  await expect(heard).toHaveText('larger left larger');
  await expect(page.getByTestId('switches')).toHaveText('off');
});

test('whoever types a passphrase has a keyboard: its spaces are theirs, and so is Enter', async ({
  page,
  stage,
}) => {
  await stage('switches');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('switches')).toHaveText('space-enter');
  const passphrase = page.getByLabel('Passphrase');
  await passphrase.focus();
  await page.keyboard.type('velvet anchor');
  await expect(passphrase).toHaveValue('velvet anchor');
  await expect(page.getByTestId('switches')).toHaveText('off');
});

test('two switches alone go through groups, write a name, choose, and end it', async ({ page, stage }) => {
  await stage('switches');
  const heard = page.getByTestId('heard');
  await page.keyboard.press('Space');
  await selectAt(page, 'Settings');
  await selectAt(page, 'Larger');
  await expect(heard).toHaveText('larger');
  await selectAt(page, 'Leave: Settings');
  // The field is selected, and the rows of the keyboard come next.
  await selectAt(page, 'Name');
  await selectAt(page, 'A … L');
  await selectAt(page, 'A');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('A');
  await selectAt(page, 'z … -');
  await selectAt(page, 'n');
  await selectAt(page, 'Capital …');
  await selectAt(page, 'Accents');
  await selectAt(page, 'a … l');
  await selectAt(page, 'a');
  // What comes up by itself is said by itself, and names no letter that was chosen.
  await expect.poll(() => said(page)).toBe('Accents 1');
  await selectAt(page, 'Accents 1');
  await selectAt(page, 'á');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Aná');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await selectAt(page, 'Leave: Keyboard on the screen');
  await selectAt(page, 'A renewal');
  await expect(page.getByRole('radio', { name: 'A renewal' })).toBeChecked();
  await selectAt(page, 'Leave now');
  await expect(page.getByRole('dialog')).toBeVisible();
  // What lies over the screen is all there is.
  await expect(page.locator('[role="dialog"] [data-switch-at]')).toHaveCount(1);
  await moveTo(page, 'Stay');
  await moveTo(page, 'Forget everything');
  await expect(page.getByRole('button', { name: 'Forget everything' })).toHaveAttribute(
    'data-asleep',
    'false',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(heard).toContainText('ended');
  // The keys of a dialog have not heard of it as well.
  await expect(heard).not.toContainText('by Enter');
  await expect(page.locator('main [data-switch-at]')).toHaveCount(1);
});

test('whoever puts away what lay over the screen goes on from where they stood', async ({ page, stage }) => {
  await stage('switches');
  await page.keyboard.press('Space');
  await selectAt(page, 'Leave now');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-switch-at]')).toHaveCount(1);
  await selectAt(page, 'Stay');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => said(page)).toBe('Leave now');
  await expect(page.locator('main [data-switch-at]')).toHaveText('Leave now');
});

test('the mark is seen: at least three pixels, and of another color than the ground', async ({
  page,
  stage,
}) => {
  await stage('switches');
  await page.keyboard.press('F7');
  const outline = await page.locator('[data-switch-at]').evaluate((element) => {
    const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(element);
    return {
      outlineWidth,
      outlineStyle,
      outlineColor,
      ground: getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(Number.parseFloat(outline.outlineWidth)).toBeGreaterThanOrEqual(3);
  expect(outline.outlineStyle).toBe('solid');
  expect(outline.outlineColor).not.toBe(outline.ground);
});
