import { residentLanguages } from '../../shared/residents/language.ts';
import { expect, test } from './browser.ts';
import { ONWARD, openResident as open } from './open-resident.ts';

test('nobody is asked to agree while nobody new begins, and whoever reads it can go back', async ({
  page,
}) => {
  await open(page, 'resident-notice-suspended');
  await expect(page.locator('[data-suspended]')).toBeVisible();
  await expect(page.locator(ONWARD)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Back' })).toBeVisible();
  // The control.
  await open(page, 'resident-notice');
  await expect(page.locator(ONWARD)).toHaveText('I agree. Start');
});

test('in practice an applicant reads so above every screen in their language, and of no count', async ({
  page,
}) => {
  const counts = page.getByText('The city keeps a count');
  for (const language of residentLanguages) {
    await open(page, 'resident-notice-practice', { language });
    const said = (await page.locator('[data-practice]').textContent()) ?? '';
    await expect(page.locator('[data-banner="practice"]'), language).toHaveText(said);
  }
  await open(page, 'resident-notice-practice');
  await expect(page.locator('[data-banner="practice"]')).toContainText('This is practice.');
  await expect(counts).toHaveCount(0);
  // The control.
  await open(page, 'resident-notice');
  await expect(page.locator('[data-banner="practice"]')).toHaveCount(0);
  await expect(counts).toHaveCount(1);
});
