import { expect, fontsLoaded, test } from './browser.ts';

test('of a queue it is said that the printer behind it has a memory nobody can check, and no mark says otherwise', async ({
  page,
  show,
}) => {
  const keeps = page.locator('[data-inspection] tr', { hasText: 'What it keeps' });
  for (const state of ['printers-found-queue', 'printers-found']) {
    await show(state);
    await expect(keeps, state).toContainText('The printer has its own memory, which the kiosk can’t check.');
    await expect(keeps, state).not.toContainText('✓');
  }
  // The positive control: another row has one.
  await expect(page.locator('[data-inspection] tr', { hasText: 'Both sides' })).toContainText('✓');
});

test('that the kiosk is looking at a printer stands beside what was pressed, in sight', async ({
  page,
  show,
}) => {
  await show('printers-looking');
  const looking = page.locator('[data-looking="true"]');
  await expect(looking).toHaveText('The kiosk is looking…');
  await fontsLoaded(page);
  await expect(looking).toBeInViewport({ ratio: 1 });
  const button = page.getByRole('button', { name: 'Check printer' });
  const [words, pressed] = [await looking.boundingBox(), await button.boundingBox()];
  expect(words?.y ?? Number.NaN).toBeLessThan((pressed?.y ?? 0) + (pressed?.height ?? 0));
});

test('the card printer is headed by what it is for, with its own name below, and Enter is on no button that Enter does not press', async ({
  page,
  show,
}) => {
  await show('supervisor-real-printer');
  const card = page.locator('[data-printer="ipp"]');
  await expect(card.locator('h3').first()).toHaveText('Card printer');
  await expect(card.locator('[data-printer-name]')).not.toBeEmpty();
  const check = page.getByRole('button', { name: 'Check printer', exact: true });
  await expect(check).not.toHaveAttribute('aria-keyshortcuts');
  // From the field it does all the same.
  await page.locator('#printer-address').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#printer-address-note')).toContainText('Enter the printer’s address');
});

test('where no used ribbon waits, it is said that none is to be destroyed', async ({ page, show }) => {
  await show('printers-ribbon-destroyed');
  await expect(page.locator('[data-ribbons-held="0"]')).toHaveText('No used ribbons to destroy.');
});
