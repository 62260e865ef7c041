import type { Page } from '@playwright/test';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';

/** Strikes letters as a shaking hand does, twenty in a second by the times of the events, however slow the machine is. */
async function strike(page: Page, letters: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const began = Date.now() / 1_000 - 1;
  for (const [at, key] of [...letters].entries()) {
    const stroke = { key, code: `Key${key.toUpperCase()}` };
    const timestamp = began + at * 0.05;
    await session.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyDown', text: key, timestamp });
    await session.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyUp', timestamp: timestamp + 0.02 });
  }
  await session.detach();
}

test('a key that is struck twice types once, and another key at once', async ({ page, stage }) => {
  await stage('key-filter');
  const field = page.getByRole('textbox');
  await field.focus();
  await strike(page, 'aa');
  await expect(field).toHaveValue('aa');
  await page.getByText('after 0.5 seconds', { exact: true }).click();
  await field.fill('');
  await strike(page, 'aabab');
  await expect(field).toHaveValue('abab');
});

// `renderer/parts/key-filter/key-filter.test.ts` says the same of the filter; here a key that is struck twice goes through it.
test('a held key does not repeat, if it must not', LONG, async ({ page, stage }) => {
  await stage('key-filter');
  const field = page.getByRole('textbox');
  await page.getByText('never', { exact: true }).click();
  await field.focus();
  await page.keyboard.down('x');
  await page.keyboard.down('x');
  await page.keyboard.down('x');
  await page.keyboard.up('x');
  await page.keyboard.type('y');
  await expect(field).toHaveValue('xy');
});

test('a button that is touched twice acts once; a key on the screen as well', async ({ page, stage }) => {
  await stage('key-filter');
  const heard = page.getByTestId('heard');
  const button = page.getByRole('button', { name: 'Press' });
  await button.click({ clickCount: 2 });
  await expect(heard).toHaveText('pressed pressed');
  await page.getByText('after 0.5 seconds', { exact: true }).click();
  // In one go: a slow machine puts no second between.
  await button.click({ clickCount: 3 });
  await page.getByRole('button', { name: 'Other' }).click();
  await expect(heard).toHaveText('pressed pressed pressed other');
  const key = page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'l', exact: true });
  await key.click({ clickCount: 2 });
  await page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'o', exact: true }).click();
  await expect(page.getByRole('textbox')).toHaveValue('lo');
});

test('a script and a screen reader are no shaking hand', async ({ page, stage }) => {
  await stage('key-filter');
  await page.getByText('after 0.5 seconds', { exact: true }).click();
  await page.getByRole('button', { name: 'Press' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByTestId('heard')).toHaveText('pressed pressed');
});
