import { SUPERVISOR } from '../../build/kiosk/clerk.ts';
import { expect, test } from './browser.ts';

test('an entry of the ledger is on the screen by its number, with the name, and with a few digits of somebody who works here no more', async ({
  page,
  show,
}) => {
  const entries = page.locator('[data-ledger-entries]');
  const told = entries.locator('[data-entry]').filter({ hasText: SUPERVISOR.name }).first();
  await show('ledger-others');
  await expect(told).toBeVisible();
  await expect(told.locator(':scope > *').first()).toHaveText(
    (await told.getAttribute('data-entry')) ?? 'none',
  );
  await expect(entries).not.toContainText('0f0e0d0c');
  // The same people, of whom the kiosk has no name now.
  await show('ledger-exported');
  await expect(entries).toContainText('Staff member 0f0e0d0c (no longer here)');
  await expect(entries).not.toContainText(SUPERVISOR.name);
});

test('a day that no calendar has is told otherwise than one that can’t be read', async ({ page, show }) => {
  const note = page.locator('#entry-day-note');
  await show('ledger-no-such-day');
  await expect(note).toContainText('That date doesn’t exist.');
  await show('ledger-unreadable-day');
  await expect(note).toContainText('Enter the day like 11/28/2026.');
});

test('where the kiosk’s own disk takes no entry, nobody is sent to look at a USB drive', async ({
  page,
  show,
}) => {
  await show('ledger-checkpoint-not-written');
  const told = page.locator('[data-refusal="not-written"]');
  await expect(told).toContainText('can’t save to its disk');
  await expect(told).not.toContainText('USB');
});
