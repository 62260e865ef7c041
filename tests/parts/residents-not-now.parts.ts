import { USUAL_NOTICE } from '../../shared/orders/usual-notice.ts';
import { expect, test } from './browser.ts';
import { ONWARD, openResident as open } from './open-resident.ts';
import { languagesLooked, rowsOf } from './rows.ts';

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

test('in practice an applicant reads so above every screen in their language', async ({ page }) => {
  const inLanguages = new Set<string>();
  for (const language of languagesLooked) {
    await open(page, 'resident-notice-practice', { language });
    const said = (await page.locator('[data-practice]').textContent()) ?? '';
    await expect(page.locator('[data-banner="practice"]'), language).toHaveText(said, { useInnerText: true });
    inLanguages.add(said);
  }
  // Banner and screen say the same words: that they are in the language, only the others show.
  expect(inLanguages.size).toBe(languagesLooked.length);
});

test('in practice an applicant reads of no count', async ({ page }) => {
  const counts = page.getByText('The city keeps a count');
  await open(page, 'resident-notice-practice');
  await expect(page.locator('[data-banner="practice"]')).toContainText('This is practice.');
  await expect(counts).toHaveCount(0);
  // The control.
  await open(page, 'resident-notice');
  await expect(page.locator('[data-banner="practice"]')).toHaveCount(0);
  await expect(counts).toHaveCount(1);
});

test('why nobody new begins is heard behind the heading, which has the focus, in the language of the screen', async ({
  page,
}) => {
  const spoken = page.locator('[data-live-announcer]');
  for (const state of ['language', 'notice'])
    for (const language of rowsOf(['en', 'es'] as const, 1)) {
      await open(page, `resident-${state}-suspended`, { language });
      await expect(page.locator('#heading')).toBeFocused();
      const heading = await page.locator('#heading').textContent();
      await expect(spoken, `${state}, ${language}`).toHaveText(`${heading} ${USUAL_NOTICE[language]}`);
    }
  // The control.
  await open(page, 'resident-notice');
  await expect(spoken).toHaveText('Before you start');
});

test('a suspension that begins takes the button, and leaves the focus on the heading and its words in the ear', async ({
  page,
}) => {
  await open(page, 'resident-notice-suspended-meanwhile');
  await expect(page.locator(ONWARD)).toHaveCount(0);
  await expect(page.locator('#heading')).toBeFocused();
  await expect(page.locator('[data-live-announcer]')).toContainText(USUAL_NOTICE.en);
});

test('whose time ran out is invited to start again only where all is erased, and while somebody new may begin', async ({
  page,
}) => {
  const next = page.locator('[data-next]');
  for (const state of ['expired-erasing', 'expired-suspended']) {
    await open(page, `resident-left-${state}`);
    await expect(page.locator('[data-became]'), state).toHaveAttribute('data-outcome', 'expired');
    await expect(next, state).toHaveCount(0);
  }
  // The control: by the name of the button below.
  await open(page, 'resident-left-expired');
  const button = await page.locator(ONWARD).textContent();
  await expect(next).toHaveText(`If you still want a card, press “${button}” and start again.`);
});
