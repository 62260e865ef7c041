import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { rowsOf } from './rows.ts';

test('before packing up nobody reads of a fee or an old card that their city does not take', async ({
  page,
  show,
}) => {
  const told = page.locator('[data-left-behind]');
  await show('day-pack-up');
  await expect(page.locator('[data-ending]')).toBeVisible();
  await expect(told).toHaveText('If an applicant paid a fee or left an old card, return what they gave.');
  await show('day-pack-up-free');
  await expect(page.locator('[data-ending]')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('where all that is open is held, packing up ends nothing, and no button says that it does', async ({
  page,
  show,
}) => {
  await show('day-pack-up-held');
  await expect(page.locator('[data-ending="0"]')).toHaveText('No open application will be ended.');
  await expect(page.locator('[data-held="1"]')).toBeVisible();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Pack up', exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /End all/ })).toHaveCount(0);
  await show('day-pack-up');
  await expect(dialog.getByRole('button', { name: 'End all and pack up' })).toBeVisible();
});

test('a packed-up kiosk that is empty may be switched off, and one in which anything is left is not said to', async ({
  page,
  show,
}) => {
  const packed = page.locator('[data-packing="done"]');
  const inMemory = page.locator('[data-keys-in-memory]');
  await show('day-packed-up');
  await expect(packed).toContainText('you can turn off the kiosk');
  await expect(inMemory).toHaveCount(0);
  for (const state of rowsOf(['day-packed-up-held', 'day-packed-up-printer'], 1)) {
    await show(state);
    await expect(packed.locator('[data-stage]')).toContainText('packed up, but not empty');
    await expect(packed.locator('[data-remains]')).toBeVisible();
    await expect(packed).not.toContainText('you can turn off');
    await expect(inMemory).toHaveCount(0);
  }
  await show('day-packed-up-in-memory');
  await expect(packed).toContainText('The kiosk is packed up.');
  await expect(packed).not.toContainText('you can turn off');
  await expect(inMemory).toContainText('Don’t turn off the kiosk.');
});

// `renderer/supervisor/day/packing-stage.test.ts` says when it stays on.
test(
  'a packed-up kiosk in which something is under way again says what, and that it stays on',
  LONG,
  async ({ page, show }) => {
    const packed = page.locator('[data-packing="done"]');
    const notYet = packed.getByText('Don’t turn off the kiosk yet.');
    await show('day-packed-up-lifted');
    await expect(notYet).toBeVisible();
    // That it was packed up is in the ledger, and nothing says that it is done.
    await expect(packed.locator('[data-entry-made="packed-up"]')).toContainText('Recorded in the ledger');
    await expect(packed).not.toContainText('Done.');
    await expect(packed.locator('[data-erasing="2"], [data-open="1"], [data-printing="1"]')).toHaveCount(3);
    await show('day-packed-up-failed');
    await expect(notYet).toBeVisible();
    await expect(packed.locator('[data-erasure-failed], [data-disk-fails]')).toHaveCount(2);
    await show('day-packed-up');
    await expect(notYet).toHaveCount(0);
    await expect(packed.locator('[data-erasing]')).toHaveCount(0);
    await expect(packed).toContainText('Done.');
  },
);

test('while a kiosk is being packed up, that is said first, and to open a day is no main button', async ({
  page,
  show,
}) => {
  const open = page.getByRole('button', { name: 'Open day' });
  await show('day-packing-one');
  await expect(page.locator('[data-packing="under-way"] p').first()).toHaveText(
    'The kiosk is being packed up. Don’t turn off the kiosk yet.',
  );
  await expect(open).toBeVisible();
  await expect(page.locator('[data-form="open-day"] [data-main="true"]')).toHaveCount(0);
  // The positive control.
  await show('day-packed-up');
  await expect(page.locator('[data-form="open-day"] [data-main="true"]')).toHaveCount(1);
});

test('while a legal hold stands, nothing that a packed-up kiosk leaves is to be destroyed', async ({
  page,
  show,
}) => {
  const told = page.locator('[data-remains-cards], [data-remains-ribbons]');
  await show('day-packed-up-in-memory');
  await expect(told).toHaveCount(2);
  for (const line of await told.allInnerTexts()) expect(line).toContain('ask counsel before');
  await show('day-packing-cards');
  await expect(told).toContainText('destroy any you find');
});

test('where packing up closed no day, the screen makes its sheet; where it did, the sheet is there', async ({
  page,
  show,
}) => {
  const sheet = page.locator('[data-shown-day-sheet]');
  const make = page.getByRole('button', { name: 'Make day sheet' });
  await show('day-packed-up');
  await expect(make).toBeVisible();
  await expect(sheet).toHaveCount(0);
  for (const state of ['day-packed-up-sheet', 'day-packed-up-closed']) {
    await show(state);
    await expect(sheet).toBeVisible();
    await expect(make).toHaveCount(0);
  }
});
