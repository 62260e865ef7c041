import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  CLERK,
  lastFourOnScreen,
  nameCard,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { screenCalls } from '../../shared/contract/screen.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { killKeeper } from '../support/kiosk/dead-keeper.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const held = { ok: false, error: { kind: 'held' } };

/** The first ticket is frozen: nobody opens it, by button or past it. */
async function expectFrozen(page: Page): Promise<void> {
  await expect(page.locator('[data-ticket="1"][data-hold="frozen"]')).toContainText('On legal hold');
  await expect(page.getByRole('button', { name: 'Open ticket 1' })).toHaveCount(0);
  expect(await askCore(page, 'openApplication', { ticket: 1 })).toMatchObject(held);
}

// About 6 s.
test(
  'the only supervisor is told that nobody can lift a legal hold, before it is set',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    // Whoever was given a passphrase is no second person until they are confirmed.
    const { members } = screenCalls.members.output.parse(await tellCore(page, 'members'));
    const member = members.find(({ name }) => name === SECOND_SUPERVISOR.name)?.member;
    await tellCore(page, 'resetPassphrase', { member, passphrase: 'walnut glacier saddle comet' });
    await openSection(page, 'hold');
    await page.locator('input[name="hold-reason"][value="subpoena"]').focus();
    await pageKeyboard(page).press(' ');
    await press(page, 'Set legal hold…');
    await expect(page.locator('[data-only-supervisor]')).toContainText('Nobody can lift this legal hold');
    await expect(page.locator('[data-can-lift="1"]')).toContainText('you');
    await expectAccessible(page, 'supervisor, hold, the only supervisor sets it');
    await pageKeyboard(page).press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await getState(page)).status.holds).toEqual([]);
  },
);

// About 22 s: two keepers, three sessions each.
test('a legal hold: set, told to everybody, resumed, kept over a killed keeper, lifted by two', async ({
  openKiosk,
}, testInfo) => {
  const stick = testInfo.outputPath('stick');
  mkdirSync(stick, { recursive: true });
  const kiosk = await openKiosk({ exportFolder: stick });
  const first = await kiosk.signedIn();
  await bringTo('documents', first.page, WILHELMINA);
  await pageKeyboard(first.page).press('F6');
  const second = await kiosk.shown(first);
  await waitForStart(second.page);
  await signOut(second.page);
  await signInAs(second.page, SUPERVISOR);

  await test.step('without a reason nothing is set', async () => {
    const { page } = second;
    await openSection(page, 'hold');
    await page.locator('[data-holds="0"]').waitFor();
    await press(page, 'Set legal hold…');
    await page.locator('[data-problem="hold-reason"]').waitFor();
    expect((await getState(page)).status.holds).toEqual([]);
    await expectAccessible(page, 'supervisor, hold, no reason chosen');
    await keepPicture(page, 'supervisor-hold-no-reason');
  });

  await test.step('with one it is in force at once', async () => {
    const { page } = second;
    await page.locator('input[name="hold-reason"][value="subpoena"]').focus();
    await pageKeyboard(page).press(' ');
    await press(page, 'Set legal hold…');
    await page.getByRole('dialog').waitFor();
    // Said before it is set: who can lift it. And the key that opened the question sets nothing.
    await expect(page.locator('[data-can-lift="2"]')).toContainText(SECOND_SUPERVISOR.name);
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await expectAccessible(page, 'supervisor, hold, the question before it is set');
    await keepPicture(page, 'supervisor-hold-question');
    expect((await getState(page)).status.holds).toEqual([]);
    await press(page, 'Set legal hold now');
    await expect(page.locator('[data-entry-made="hold-set"]')).toContainText('Legal hold set');
    await expect(page.locator('[data-hold] [data-kept]')).toHaveText('1');
    await expect(page.locator('#section-heading')).toBeFocused();
    await expect(page.locator('[data-entry-made="hold-set"]')).toBeInViewport();
    expect((await getState(page)).status.holds).toMatchObject([{ scope: 'all', frozen: 1, unsealed: 0 }]);
    await expectAccessible(page, 'supervisor, hold, one in force');
    await keepPicture(page, 'supervisor-hold');
    await pageKeyboard(page).press('Escape');
    await waitForScreen(page, 'start');
    await page.locator('[data-notice="intake-held"]').waitFor();
    await expect(page.locator('#start-note')).toContainText('legal hold');
    await page.getByRole('button', { name: 'Start', exact: true }).focus();
    await pageKeyboard(page).press('Enter');
    expect(await askCore(page, 'startApplication')).toMatchObject({
      ok: false,
      error: { kind: 'intake-held' },
    });
    await expectFrozen(page);
    await expectAccessible(page, 'start under a legal hold');
    await keepPicture(page, 'hold');
  });

  await test.step('intake resumes with counsel’s reference only', async () => {
    const { page } = second;
    await openSection(page, 'hold');
    await press(page, /^Resume new applications…/);
    await page.locator('form[data-act="resume-intake"]').waitFor();
    // What begins people under a hold sleeps for a moment, so that the Enter that opened it is not taken for the answer.
    await page.locator("form[data-act='resume-intake'] button[type=submit][data-asleep='false']").waitFor();
    await pageKeyboard(page).press('Enter');
    await page.locator('#counsel-reference[aria-invalid="true"]').waitFor();
    await expectAccessible(page, 'supervisor, hold, resuming intake');
    await pageKeyboard(page).type('Matter 2027-0114');
    await keepPicture(page, 'resume-intake');
    await pageKeyboard(page).press('Enter');
    await page.locator('[data-entry-made="intake-resumed"]').waitFor();
    await pageKeyboard(page).press('Escape');
    await waitForStart(page);
    await page.locator('[data-notice="new-ones-held"]').waitFor();
    await expectAccessible(page, 'start, new ones are held');
    await keepPicture(page, 'new-ones-held');
  });

  await test.step('a new application is told the truth, printed, and keeps this application open', async () => {
    const { page } = second;
    await signOut(page);
    await signInAs(page, CLERK);
    await bringTo('check', page, TEODORO);
    await expect(page.locator('[data-held-notice]')).toContainText(
      'the kiosk isn’t allowed to erase your details',
    );
    await expectAccessible(page, 'check under a legal hold');
    await keepPicture(page, 'held-read-back');
    await page.keyboard.press('F4');
    await expect(page.getByRole('dialog').locator('[data-held="true"]')).toContainText(
      'can’t end this application',
    );
    await expectAccessible(page, 'ending under a legal hold');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Print card' }).focus();
    await pageKeyboard(page).press('Enter');
    await waitForScreen(page, 'hand-over');
    await expect(page.locator('[data-held-notice]')).toContainText('keeps this application open');
    // Of a card that nobody has named the core says no by itself: the hold alone is in the way of this one.
    await pageKeyboard(page).type(await lastFourOnScreen(page));
    await page.locator('#card-characters[readonly]').waitFor();
    await expect(page.locator('[data-enabled="false"]')).toBeVisible();
    await pageKeyboard(page).press('F12');
    expect(await askCore(page, 'handOver')).toMatchObject(held);
    await expectAccessible(page, 'hand-over under a legal hold');
    await keepPicture(page, 'held-application');
    await pageKeyboard(page).press('F6');
  });

  // The first one's key was in memory until the hold moved it; the keeper's end would have destroyed it.
  await waitForStart((await kiosk.shown(second)).page);
  await killKeeper(kiosk);
  await kiosk.relaunch();
  const after = await kiosk.shown();
  const { page } = after;
  await signInAs(page, SUPERVISOR);
  await expectFrozen(page);
  // What began under the hold is kept as well, but can be opened: it waits to be finished.
  await expect(page.getByRole('button', { name: 'Open ticket 2' })).toBeVisible();
  expect((await getState(page)).status).toMatchObject({ trayCheck: null, holds: [{ frozen: 1 }] });

  await test.step('two supervisors lift it', async () => {
    await openSection(page, 'hold');
    await press(page, /^Lift…/);
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'supervisor, hold, lifting it');
    await keepPicture(page, 'lift-hold');
    await press(page, /^Lift legal hold/);
    await approve(page, 'liftHold', { name: SECOND_SUPERVISOR.name, passphrase: CLERK.passphrase });
    await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
    // A clerk is not offered, and not taken past the list either.
    await expect(page.getByRole('option', { name: CLERK.name })).toHaveCount(0);
    const [inForce] = (await getState(page)).status.holds;
    // By F12 nobody asked for it.
    const refused = (await ledgerOf(page, stick)).filter(({ kind }) => kind === 'finish-refused');
    expect(refused).toMatchObject([{ fields: { hold: inForce?.hold } }]);
    const lifting = { act: 'liftHold', hold: inForce?.hold };
    expect(await askCore(page, 'approve', { ...lifting, ...CLERK })).toMatchObject({
      error: { kind: 'not-a-second-person' },
    });
    expect((await getState(page)).status.holds).toHaveLength(1);
    await approve(page, 'liftHold', SECOND_SUPERVISOR);
    await page.locator('[data-entry-made="hold-lifted"]').waitFor();
    await page.locator('[data-holds="0"]').waitFor();
    await keepPicture(page, 'hold-lifted');
  });

  await pageKeyboard(page).press('Escape');
  await waitForScreen(page, 'start');
  await press(page, 'Open ticket 2');
  await waitForScreen(page, 'hand-over');
  await expect(page.locator('[data-held-notice]')).toHaveCount(0);
  await nameCard(page);
  await pageKeyboard(page).press('F12');
  const end = await nextStart(kiosk, after);
  await expect(end.page.locator('[data-ticket="1"]')).toBeVisible();
  expect((await getState(end.page)).status.counts).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
});
