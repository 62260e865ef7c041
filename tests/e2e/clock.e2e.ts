import { mkdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  CLERK,
  nameCard,
  pageKeyboard,
  SUPERVISOR,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerOfClosedDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, press, signInAs } from '../support/kiosk/staff-at-the-kiosk.ts';
import { bundleWrongClock } from '../support/kiosk/wrong-clock/wrong-clock.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const unconfirmed = { ok: false, error: { kind: 'date-unconfirmed' } };

/** The start screen while the date is in doubt: the question stands first, and "Start" is disabled. */
async function waitForQuestion(page: Page, doubt: 'ahead' | 'behind'): Promise<void> {
  await waitForScreen(page, 'start');
  await page.locator(`[data-notice="date-question"] [data-date-doubt="${doubt}"]`).waitFor();
  await expect(page.getByRole('button', { name: /^Start/ })).toHaveAttribute('aria-disabled', 'true');
}

/** The whole of it is on the screen, and the bar that stays at the bottom does not lie over it. */
async function expectSeenAboveBar(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 1 });
  const bar = await page.getByRole('region', { name: 'On every step' }).boundingBox();
  const box = await what.boundingBox();
  if (bar === null || box === null) throw new Error('one of them is not on the screen');
  expect(box.y + box.height).toBeLessThanOrEqual(bar.y);
}

// About 20 s: two keepers.
test(
  'switched on with a clock a month ahead: nothing begins or expires before a supervisor has confirmed the date',
  LONG,
  async ({ openKiosk }, testInfo) => {
    mkdirSync(testInfo.outputPath('stick'), { recursive: true });
    const clock = await bundleWrongClock(testInfo.outputPath('stick'));
    const kiosk = await openKiosk({
      custody: 'sealed',
      exportFolder: testInfo.outputPath('stick'),
      ...clock.options,
    });
    const first = await kiosk.signedIn();
    await bringTo('hand-over', first.page, WILHELMINA);
    await kiosk.keeper().stop();
    clock.set(30 * DAY);
    await kiosk.relaunch();
    const { page } = await kiosk.shown();
    const keys = pageKeyboard(page);
    await signInAs(page, CLERK);
    await waitForQuestion(page, 'ahead');
    expect((await getState(page)).status).toMatchObject({ inProgress: [{ ticket: 1 }] });
    await expectAccessible(page, 'the date in question');
    await keepPicture(page, 'date-question');
    // Keys that are pressed by habit do not say that somebody looked.
    for (const key of ['Enter', ' ', 'Escape']) await keys.press(key);
    expect(await askCore(page, 'startApplication')).toMatchObject(unconfirmed);
    await waitForQuestion(page, 'ahead');
    expect((await getState(page)).status).toMatchObject({ inProgress: [{ ticket: 1 }] });
    await keys.press('F9');
    await page.locator('[data-date-wrong]').waitFor();
    await expectAccessible(page, 'the date is wrong');
    await keepPicture(page, 'date-wrong');
    // Nobody confirms by the next key what they have just called wrong.
    await expect(page.getByRole('button', { name: /^Confirm this date/ })).toHaveCount(0);
    await keys.press('F12');
    await keys.press('F9');
    await expect(page.locator('[data-date-wrong]')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys.press('F12');
    await approve(page, 'confirmDate', SUPERVISOR);
    // The card that nobody fetched lies in the tray.
    await waitForScreen(page, 'tray-check');
    // What the confirmed date has brought to its end is gone, and the ledger has who said so (below).
    await expect.poll(async () => (await getState(page)).status.inProgress).toEqual([]);
    // The clock goes wrong once more: the tray still comes first, and its key, pressed once too often, says nothing of
    // the date.
    clock.set(60 * DAY);
    await expect.poll(async () => (await getState(page)).status.dateQuestion).not.toBeNull();
    await waitForScreen(page, 'tray-check');
    await keys.press('F8');
    await keys.press('F8');
    await waitForQuestion(page, 'ahead');
    await keys.press('F8');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await waitForQuestion(page, 'ahead');
    clock.set(30 * DAY);
    await waitForStart(page);
    await tellCore(page, 'signIn', SUPERVISOR);
    const entries = await ledgerOfClosedDay(page, testInfo.outputPath('stick'));
    // The clock was moved again after that.
    const kinds = entries.map(({ kind }) => kind).filter((kind) => kind !== 'clock-moved');
    const since = kinds.slice(kinds.indexOf('date-confirmed') + 1);
    expect(since).toEqual(expect.arrayContaining(['spoiled', 'erased']));
    await bringTo('answers', page, WILHELMINA);
  },
);

// About 20 s: two keepers.
test(
  'switched on with a clock a year back, and set while it runs: the kiosk notices by itself when it is right',
  LONG,
  async ({ openKiosk }, testInfo) => {
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
    await signInAs(page, CLERK);
    await waitForQuestion(page, 'behind');
    expect(await askCore(page, 'startApplication')).toMatchObject(unconfirmed);
    clock.set(0);
    await waitForStart(page);
    await press(page, 'Open ticket 1');
    await waitForReadBack(page);

    // Now, with somebody before it.
    clock.set(30 * DAY);
    await pageKeyboard(page).press('Enter');
    await expect(page.getByRole('alert')).toContainText('isn’t sure of today’s date');
    await expectSeenAboveBar(page, page.getByRole('alert'));
    await expectSeenAboveBar(page, page.getByRole('button', { name: /^Print card/ }));
    await keepPicture(page, 'check-date');
    await pageKeyboard(page).press('F6');
    const second = await kiosk.shown(restarted);
    await waitForQuestion(second.page, 'ahead');
    clock.set(0);
    await waitForStart(second.page);
    expect((await getState(second.page)).status).toMatchObject({
      inProgress: [{ ticket: 1, state: 'photographed' }],
    });
  },
);

// About 20 s: two keepers.
test(
  'while the date is in doubt a printed card is handed over, and a session that dies is followed by its like',
  LONG,
  async ({ openKiosk }, testInfo) => {
    mkdirSync(testInfo.outputPath('clock'), { recursive: true });
    const clock = await bundleWrongClock(testInfo.outputPath('clock'));
    const kiosk = await openKiosk({ custody: 'sealed', ...clock.options });
    const first = await kiosk.signedIn();
    await bringTo('hand-over', first.page, WILHELMINA);
    await kiosk.keeper().stop();
    clock.set(30 * DAY);
    await kiosk.relaunch();
    const restarted = await kiosk.shown();
    await signInAs(restarted.page, CLERK);
    await waitForQuestion(restarted.page, 'ahead');
    await press(restarted.page, 'Open ticket 1');
    await waitForScreen(restarted.page, 'hand-over');
    process.kill(restarted.pid, 'SIGKILL');
    const second = await kiosk.shown(restarted);
    await nameCard(second.page);
    await pageKeyboard(second.page).press('F12');
    const third = await kiosk.shown(second);
    await waitForQuestion(third.page, 'ahead');
    await third.page.locator('[data-last-ending="ended"]').waitFor();
    expect((await getState(third.page)).status).toMatchObject({ inProgress: [], counts: { issued: 1 } });
  },
);
