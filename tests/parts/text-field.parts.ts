import { expect, test } from './browser.ts';

test('its label and its note belong to a text field', async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox', { name: 'Name on the card' });
  await page.getByText('Name on the card').click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription('As the applicant writes it.');
  await expect(field).toHaveAttribute('aria-required', 'true');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('a problem takes the place of the note, and is said by a screen reader', async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  const note = page.locator('p', { hasText: 'As the applicant writes it.' });
  await expect(note).toHaveAttribute('aria-live', 'polite');
  // The same element: only a change within a live region is announced.
  const region = await note.elementHandle();
  await field.fill('Wilhelmina Featherstone');
  expect(await region?.textContent()).toBe('This name is too long.');
  await expect(field).toHaveAccessibleDescription('This name is too long.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('a question is no problem: the text may be right', async ({ page, stage }) => {
  await stage('text-field');
  const field = page.getByRole('textbox');
  await field.fill('Wilhelmina 2');
  await expect(field).toHaveAccessibleDescription('Is the digit right?');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('Caps Lock is told beside the problem, and no longer once the field is left', async ({
  page,
  stage,
}) => {
  await stage('secret-field');
  const field = page.getByLabel('Passphrase');
  await expect(field).toHaveAccessibleDescription('Four words.');
  // No debugging port presses Caps Lock: the event says that it is on.
  await field.dispatchEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true });
  await expect(field).toHaveAccessibleDescription('Caps Lock is on.');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await field.fill('secret');
  await expect(field).toHaveAccessibleDescription('Too easy to guess. Caps Lock is on.');
  await field.blur();
  await expect(field).toHaveAccessibleDescription('Too easy to guess.');
});
