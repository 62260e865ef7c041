import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';

test('after opening the number that was typed is read once', async ({ page, show }) => {
  await show('day-opened');
  await expect(page.locator('[data-opened-with="480"]')).toContainText('Opened with 480 blank cards.');
});

test('closing with a difference and no reason brings the reasons into sight, with their error', async ({
  page,
  show,
}) => {
  await show('day-differs');
  const first = page.locator('[name="blanks-reason"]').first();
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await expect(page.getByText('Choose a reason for the difference.')).toBeInViewport();
  const drawer = page.locator('#drawer-now');
  await fontsLoaded(page);
  const before = await drawer.evaluate((field) => field.getBoundingClientRect().top + window.scrollY);
  await first.press('Space');
  await expect(page.getByText('Choose a reason for the difference.')).toHaveCount(0);
  // Nothing moves under the fingers.
  expect(await drawer.evaluate((field) => field.getBoundingClientRect().top + window.scrollY)).toBe(before);
  await drawer.press('Enter');
  await expect(page.locator('[name="drawer-reason"]').first()).toBeFocused();
  await expect(page.locator('[name="drawer-reason"][value="damaged"]')).toHaveCount(0);
});

test('fees that the figures do not have are told beside the drawer, before a reason is chosen', async ({
  page,
  show,
}) => {
  const told = page.locator('[data-other-fees]');
  await show('day-too-much');
  await expect(told).toContainText('5 applications are still open: fees paid for them aren’t counted yet.');
  await expect(told).toContainText('ended without a card');
  await show('day-as-expected');
  await expect(page.locator('#drawer-now-note')).toContainText('The drawer is in this range.');
  await expect(told).toHaveCount(0);
  // Where every fee is the same there is one amount that it can match.
  await show('day-one-amount');
  await expect(page.locator('#drawer-now-note')).toContainText('The drawer matches.');
});

test('blank cards that came in are confirmed at their field', async ({ page, show }) => {
  await show('day-added');
  await expect(page.locator('#added-blanks-note')).toHaveText(
    'Noted: 200 blank cards added. Another number replaces this one.',
  );
});

test('a day that was closed without a sheet is not open, and is not closed again', async ({ page, show }) => {
  await show('day-closed-no-sheet');
  await expect(page.locator('[data-notice="sheet-later"]')).toContainText('The day is closed');
  await expect(page.locator('[data-day]')).toHaveAttribute('data-day', 'none');
  await expect(page.getByRole('button', { name: 'Close day' })).toHaveCount(0);
});

// The same is said of a clerk in start.parts.ts, by other notices.
test('who has no key F4 is not told to press it', LONG, async ({ page, show }) => {
  const told = page.locator('[data-notice="day-not-closed"]');
  await show('day-start-not-closed');
  await expect(told).toContainText('A supervisor can sign in and close it late.');
  await expect(told).not.toContainText('F4');
  // The positive control: a supervisor has it.
  await show('day-start-not-closed-supervisor');
  await expect(told).toContainText('press F4, then open Day.');
  const notOpen = page.locator('[data-notice="day-not-open"]');
  await show('day-start-not-open');
  await expect(notOpen).toContainText('A supervisor can sign in and open one.');
  await expect(notOpen).not.toContainText('F4');
  await show('day-start-not-open-supervisor');
  await expect(notOpen).toContainText('press F4, then open Day.');
});
