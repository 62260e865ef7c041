import { CLERK, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { machineClock } from '../../electron/keeper/clock.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState } from '../support/kiosk/core-calls.ts';
import { applicationsInVault, changeVault, killKeeper } from '../support/kiosk/dead-keeper.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { signInAs } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

// About 16 s: three keepers, one card printed each time but the last.
test('keys in memory: what a killed keeper and a power cut forget is told, and somebody looks into the tray', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const first = await kiosk.signedIn();
  await bringTo('documents', first.page, WILHELMINA);
  await pageKeyboard(first.page).press('F6');
  const second = await kiosk.shown(first);
  await waitForStart(second.page);
  await bringTo('hand-over', second.page, TEODORO);

  await killKeeper(kiosk);
  expect(applicationsInVault(kiosk)).toBe(2);
  await kiosk.relaunch();
  const { page } = await kiosk.shown();
  await waitForScreen(page, 'sign-in');
  await expectAccessible(page, 'sign-in, cards may lie in the tray');
  await keepPicture(page, 'sign-in-tray');
  await signInAs(page, CLERK, 'tray-check');
  const told = page.locator('[data-tray-cause="keeper-ended"]');
  await expect(told).toHaveAttribute('data-applications', '2');
  await expect(told).toHaveAttribute('data-cards', '1');
  await expect(page.locator('[data-left-behind]')).toContainText('paid a fee or left an old card');
  // A key that is pressed by habit does not say that somebody looked.
  for (const key of ['Enter', ' ', 'Escape']) await pageKeyboard(page).press(key);
  expect(await askCore(page, 'startApplication')).toMatchObject({
    ok: false,
    error: { kind: 'tray-unchecked' },
  });
  await waitForScreen(page, 'tray-check');
  await expectAccessible(page, 'tray check');
  await keepPicture(page, 'tray-check');
  // Not within 20 ms of the key before: so fast is a scanner, never a hand.
  await pageKeyboard(page).press('F8');
  await waitForStart(page);
  expect((await getState(page)).status).toMatchObject({ trayCheck: null, inProgress: [] });

  await bringTo('hand-over', page, TEODORO);
  await killKeeper(kiosk);
  expect(applicationsInVault(kiosk)).toBe(1);
  // What a machine that was switched on again has: another start of the kernel's than the last keeper saw.
  // It was seen before this one, for a clock that is earlier than its machine has run is not believed.
  const uptime = Math.ceil(machineClock.uptime());
  changeVault(
    kiosk,
    `UPDATE kiosk_time SET boot = '00000000-0000-4000-8000-000000000000', wall = wall - ?, reckoned = reckoned - ?`,
    uptime,
    uptime,
  );
  await kiosk.relaunch();
  const third = await kiosk.shown();
  await signInAs(third.page, CLERK, 'tray-check');
  const cut = third.page.locator('[data-tray-cause="power-lost"]');
  await expect(cut).toHaveAttribute('data-applications', '1');
  await expect(cut).toContainText('A power outage ended');
  await expectAccessible(third.page, 'tray check after a power cut');
  await keepPicture(third.page, 'forgotten-by-power-loss');
  await pageKeyboard(third.page).press('F8');
  await waitForStart(third.page);
  await bringTo('answers', third.page, WILHELMINA);
});
