import { expect, test } from './browser.ts';

test('where an earlier print was sent it is said what “Card found” is about', async ({ page, show }) => {
  const told = page.locator('[data-earlier-card]');
  await show('print-no-card-earlier');
  await expect(told).toHaveText(
    'An earlier attempt may have made a card. If you find it, select Card found.',
  );
  await expect(page.getByRole('button', { name: 'Card found' })).toBeVisible();
  // The positive control: nothing was ever sent.
  await show('print-no-card');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a card that another printer may have is not looked for in this one', async ({ page, show }) => {
  const told = page.locator('[data-look-there]');
  await show('print-doubt-left-behind');
  await expect(told).toHaveText('Look at that printer, not at the one in use now.');
  // The positive control.
  await show('print-doubt-aborted');
  await expect(page.locator('[data-print-doubt="aborted"]')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('that another card is ready is said with a sign as well as in green', async ({ page, show }) => {
  await show('print-queued');
  await expect(page.locator('[data-ready-ticket="37"]')).toHaveText('✓ Ticket 37: card is ready');
});

test('where no card came out or one is missing, the question names what would be reprinted', async ({
  page,
  show,
}) => {
  const heading = page.getByRole('heading', { level: 1 });
  await show('print-none-seen');
  await expect(heading).toHaveText('No card came out. Reprint the card?');
  await show('print-missing');
  await expect(heading).toHaveText('The missing card was counted. Reprint the card?');
});
