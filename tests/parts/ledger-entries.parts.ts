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
