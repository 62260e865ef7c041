import { expect, test } from './browser.ts';

test('nothing is taken for granted, and the arrow keys choose', async ({ page, stage }) => {
  await stage('choice-list');
  await expect(page.getByRole('group', { name: 'Where are keys kept?' })).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeChecked();
  // Over the one that cannot be chosen, backwards.
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'On paper' })).toHaveAccessibleDescription('Slow.');
});

test('what cannot be chosen is reached, says why, and is not chosen', async ({ page, stage }) => {
  await stage('choice-list');
  const memory = page.getByRole('radio', { name: 'In memory' });
  const sealed = page.getByRole('radio', { name: 'On the disk' });
  await page.getByText('In memory').click();
  await page.keyboard.press('ArrowDown');
  await expect(sealed).toBeFocused();
  await expect(sealed).toHaveAttribute('aria-disabled', 'true');
  await expect(sealed).toHaveAccessibleDescription('This disk keeps old copies.');
  await expect(sealed).not.toBeChecked();
  await expect(memory).toBeChecked();
});

test('a number chooses, and takes the focus along', async ({ page, stage }) => {
  await stage('choice-list');
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('heard')).toHaveText('confirmed paper');
});
