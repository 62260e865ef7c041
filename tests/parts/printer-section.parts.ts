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
