import { mkdirSync } from 'node:fs';
import { CLERK, pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/kiosk/accessibility.ts';
import { bringTo } from '../support/kiosk/at-the-desk.ts';
import { askCore, look, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, press, signInAs } from '../support/kiosk/staff-at-the-kiosk.ts';
import { bundleWrongClock } from '../support/kiosk/wrong-clock/wrong-clock.ts';
import { expect, test } from './fixtures.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const unconfirmed = { ok: false, error: { kind: 'date-unconfirmed' } };

// About 15 s: two keepers.
test('switched on with a clock a month ahead: nothing begins or expires before a supervisor has confirmed the date', async ({
  openKiosk,
}, testInfo) => {
  mkdirSync(testInfo.outputPath('stick'), { recursive: true });
  const clock = await bundleWrongClock(testInfo.outputPath('stick'));
  const kiosk = await openKiosk({
    custody: 'sealed',
    exportFolder: testInfo.outputPath('stick'),
    ...clock.options,
  });
  const first = await kiosk.signedIn();
  await bringTo('documents', first.page, WILHELMINA);
  await kiosk.keeper().stop();
  clock.set(30 * DAY);
  await kiosk.relaunch();
  const { page } = await kiosk.shown();
  const keys = pageKeyboard(page);
  await signInAs(page, CLERK, 'date-question');
  await expect(page.locator('[data-date-doubt="ahead"]')).toBeVisible();
  expect((await look(page)).status).toMatchObject({ inProgress: [{ ticket: 1 }] });
  await expectAccessible(page, 'the date in question');
  await keepPicture(page, 'date-question');
  // Keys that are pressed by habit do not say that somebody looked.
  for (const key of ['Enter', ' ', 'Escape']) await keys.press(key);
  expect(await askCore(page, 'startApplication')).toMatchObject(unconfirmed);
  await waitForScreen(page, 'date-question');
  await keys.press('F9');
  await page.locator('[data-date-wrong]').waitFor();
  await expectAccessible(page, 'the date is wrong');
  await keepPicture(page, 'date-wrong');
  await keys.press('F8');
  await approve(page, 'confirmDate', SUPERVISOR);
  await waitForStart(page);
  // What the confirmed date has brought to its end is gone, and the ledger has who said so.
  await expect.poll(async () => (await look(page)).status.inProgress).toEqual([]);
  await waitForStart(page);
  await tellCore(page, 'signIn', SUPERVISOR);
  const entries = await ledgerOf(page, testInfo.outputPath('stick'));
  expect(entries.map(({ kind }) => kind).slice(-2)).toEqual(['date-confirmed', 'wiped']);
  await bringTo('answers', page, WILHELMINA);
});

// About 20 s: two keepers.
test('switched on with a clock a year back, and set while it runs: the kiosk notices by itself when it is right', async ({
  openKiosk,
}, testInfo) => {
  mkdirSync(testInfo.outputPath('clock'), { recursive: true });
  const clock = await bundleWrongClock(testInfo.outputPath('clock'));
  const kiosk = await openKiosk({ custody: 'sealed', ...clock.options });
  const first = await kiosk.signedIn();
  await bringTo('check', first.page, WILHELMINA);
  await kiosk.keeper().stop();
  clock.set(-365 * DAY);
  await kiosk.relaunch();
  const restarted = await kiosk.shown();
  const { page } = restarted;
  await waitForScreen(page, 'sign-in');
  await expectAccessible(page, 'sign-in, the date in question');
  await keepPicture(page, 'sign-in-date');
  await signInAs(page, CLERK, 'date-question');
  await expect(page.locator('[data-date-doubt="behind"]')).toBeVisible();
  expect(await askCore(page, 'startApplication')).toMatchObject(unconfirmed);
  clock.set(0);
  await waitForStart(page);
  await press(page, 'Open ticket 1');
  await waitForScreen(page, 'check');

  // Now, with somebody before it.
  clock.set(30 * DAY);
  await pageKeyboard(page).press('Enter');
  await expect(page.getByRole('alert')).toContainText('isn’t sure of today’s date');
  await keepPicture(page, 'check-date');
  await pageKeyboard(page).press('F6');
  const second = await kiosk.shown(restarted);
  await waitForScreen(second.page, 'date-question');
  clock.set(0);
  await waitForStart(second.page);
  expect((await look(second.page)).status).toMatchObject({ inProgress: [{ ticket: 1, state: 'ready' }] });
});
