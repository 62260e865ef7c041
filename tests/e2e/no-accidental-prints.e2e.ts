import { nameCard, waitForPrint, waitForReadBack, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 4 s.
test('Enter pressed twice prints no card that nobody has read, and says why at the button', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('photo', page, TEODORO);
  await page.locator('button[aria-keyshortcuts="Space"]:not([aria-disabled="true"])').waitFor();
  // The page's own timers stand still, so that "too early" lasts until it has been seen.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await keys.press(' ');
  await waitForScreen(page, 'check');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Let the applicant read it first' })).toBeVisible();
  expect((await openApplication(page)).state).toBe('photographed');
  await keepPicture(page, 'check-too-early');
  await page.clock.resume();
  await waitForReadBack(page);
  await keys.press('Enter');
  await waitForPrint(page);
});

// About 5 s.
// hand-over.e2e.ts presses F12 before the card is named as well.
test('F12 before the card is named says so at the button, and ends nothing', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('hand-over', page, TEODORO);
  const early = page.locator('[data-enabled="false"]').getByText('First scan the card.');
  await expect(early).toBeVisible();
  await keys.press('F12');
  await expect(page.locator('[data-live-announcer]')).toContainText('First scan the card.');
  expect((await openApplication(page)).state).toBe('printed');
  await expectAccessible(page, 'hand-over, F12 too early');
  await keepPicture(page, 'hand-over-too-early');
  await nameCard(page, keys);
  await expect(early).toBeHidden();
});
