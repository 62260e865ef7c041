import { expect, test } from './browser.ts';

test('a key that is struck twice types once, and another key at once', async ({ page, stage }) => {
  await stage('key-filter');
  const field = page.getByRole('textbox');
  await field.focus();
  await page.keyboard.type('aa');
  await expect(field).toHaveValue('aa');
  await page.getByText('Ignore the second press within 0.5 seconds').click();
  await field.fill('');
  await page.keyboard.type('aabab');
  await expect(field).toHaveValue('abab');
});

test('a held key does not repeat, if it must not', async ({ page, stage }) => {
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
  await button.click();
  await button.click();
  await expect(heard).toHaveText('pressed pressed');
  await page.getByText('Ignore the second press within 0.5 seconds').click();
  await button.click();
  await button.click();
  await button.click();
  await page.getByRole('button', { name: 'Other' }).click();
  await expect(heard).toHaveText('pressed pressed pressed other');
  const key = page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'l', exact: true });
  await key.click();
  await key.click();
  await page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'o', exact: true }).click();
  await expect(page.getByRole('textbox')).toHaveValue('lo');
});

test('a script and a screen reader are no shaking hand', async ({ page, stage }) => {
  await stage('key-filter');
  await page.getByText('Ignore the second press within 0.5 seconds').click();
  await page.getByRole('button', { name: 'Press' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByTestId('heard')).toHaveText('pressed pressed');
});
