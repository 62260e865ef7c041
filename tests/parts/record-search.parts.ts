import { expect, fontsLoaded, test } from './browser.ts';

test('a page with a name on it always has its way out in sight, and says what its list is of', async ({
  page,
  show,
}) => {
  for (const state of ['record-search-asked', 'record-search-not-found', 'record-search-not-known']) {
    await show(state);
    const close = page.getByRole('button', { name: 'Close and erase the name' });
    await expect(close, state).toHaveCount(1);
    await fontsLoaded(page);
    await expect(close, state).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('heading', { name: 'Limits of the search' }), state).toBeVisible();
  }
  // Where there is no result the way out is there as well.
  await show('record-search-asking');
  await expect(page.getByRole('button', { name: 'Close and erase the name' })).toHaveCount(1);
});
