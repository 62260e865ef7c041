import { expect, test } from './browser.ts';

test('its key stands on it, and is told to a screen reader', async ({ page, stage }) => {
  await stage('action-button');
  const button = page.getByRole('button', { name: 'Begin' });
  await expect(button).toBeFocused();
  await expect(button.getByText('F4')).toBeVisible();
  await expect(button).toHaveAttribute('aria-keyshortcuts', 'F4');
  // A plain one has no look besides that of every button.
  await expect(button).toHaveClass(/^\S*button\S*$/);
});

test('a held Enter or Space presses once', async ({ page, stage }) => {
  await stage('action-button');
  const heard = page.getByTestId('heard');
  await expect(page.getByRole('button', { name: 'Begin' })).toBeFocused();
  for (let times = 0; times < 4; times += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(heard).toHaveText('pressed');
  await page.keyboard.press(' ');
  await expect(heard).toHaveText('pressed pressed');
});

test('one that does nothing yet can be reached and read, and says so when it is pressed', async ({
  page,
  stage,
}) => {
  await stage('action-button');
  const button = page.getByRole('button', { name: 'Not yet' });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription('Something is missing.');
  await page.keyboard.press('Enter');
  await button.click({ force: true });
  await expect(page.getByTestId('heard')).toHaveText('early early');
  await expect(button).toBeFocused();
});

test('one for a hand only is no stop for Tab, and no key presses it', async ({ page, stage }) => {
  await stage('action-button');
  const button = page.getByRole('button', { name: 'By hand' });
  const heard = page.getByTestId('heard');
  await page.getByRole('button', { name: 'Not yet' }).focus();
  await page.keyboard.press('Tab');
  await expect(button).not.toBeFocused();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press(' ');
  await button.click();
  await expect(heard).toHaveText('by hand');
});

test('one that waits for a moment does nothing either, and has a whole outline; only the refused one has a broken one', async ({
  page,
  stage,
}) => {
  await stage('action-button');
  const waiting = page.getByRole('button', { name: 'In a moment' });
  const refused = page.getByRole('button', { name: 'Not yet' });
  await expect(waiting).toHaveAttribute('aria-disabled', 'true');
  await waiting.click({ force: true });
  await expect(page.getByTestId('heard')).toHaveText('');
  await expect(waiting).toHaveCSS('border-top-style', 'solid');
  await expect(refused).toHaveCSS('border-top-style', 'dashed');
  const colors = () =>
    Promise.all([waiting, refused].map((each) => each.evaluate((at) => getComputedStyle(at).color)));
  const [strong, soft] = await colors();
  expect(strong).not.toBe(soft);
  // A text button has no box, whether it acts or not.
  await expect(page.getByRole('button', { name: 'Words alone' })).toHaveCSS(
    'border-top-color',
    'rgba(0, 0, 0, 0)',
  );
});

test('the mouse over a button within a border makes no link of its words', async ({ page, stage }) => {
  await stage('action-button');
  const button = page.getByRole('button', { name: 'Begin' });
  await expect(button).toBeFocused();
  // Wherever the test before has left the mouse.
  await page.getByRole('button', { name: 'Words alone' }).hover();
  const background = await button.evaluate((at) => getComputedStyle(at).backgroundColor);
  await button.hover();
  await expect(button).not.toHaveCSS('background-color', background);
  await expect(button).toHaveCSS('text-decoration-line', 'none');
  // The positive control.
  await expect(page.getByRole('button', { name: 'Words alone' })).toHaveCSS(
    'text-decoration-line',
    'underline',
  );
  await page.mouse.move(0, 0);
});
