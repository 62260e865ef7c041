import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askToEnd, CLERK, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getScreenState, tellCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { asked, mainButton, questionCount } from '../support/kiosk/resident-hand.ts';
import { byKeyboard } from '../support/kiosk/resident-keyboard.ts';
import {
  answerAlone,
  chooseApplicantSetting,
  openForApplicants,
  takeUpToTheCard,
  ticketAtHand,
} from '../support/kiosk/resident-steps.ts';
import { byTouch } from '../support/kiosk/resident-touch.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { expect, test } from './fixtures.ts';

// About 25 s.
test('a resident answers alone by touch and gets a number; the clerk takes it up, to the card', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  await openForApplicants(page);
  expect((await getScreenState(page)).application).toBeNull();

  const touch = byTouch(page);
  await touch.press(page.locator('[data-language="ar"] button'));
  await waitForScreen(page, 'resident-notice');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await touch.press(page.locator('[data-opens="language"]'));
  await touch.press(page.locator('[role="dialog"] [data-language="en"] button'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await answerAlone(page, touch, 'Ada');
  await expect(page.locator('[data-line="name"]')).toContainText(/ada/i);
  const ticket = await ticketAtHand(page);
  await page.keyboard.press('Control+=');
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'large');
  await touch.press(mainButton(page));

  const second = await kiosk.shown(session);
  await waitForScreen(second.page, 'resident-ticket');
  // As they had it on the page before, which is gone.
  await expect(second.page.locator('html')).toHaveAttribute('data-resident', 'large');
  await expect(second.page.locator('[data-resident-ticket]')).toHaveText(String(ticket));
  await expect(second.page.locator('[data-waits]').first()).toContainText('and then erases it');
  expect(await second.page.content()).not.toMatch(/Ada/i);
  await byTouch(second.page).press(mainButton(second.page));
  await waitForScreen(second.page, 'resident-language');
  await expect(second.page.locator('html')).toHaveAttribute('data-resident', 'normal');
  // The kiosk has forgotten it as well.
  await expect
    .poll(async () => (await getScreenState(second.page)).status.lastEnding)
    .toEqual({ kind: 'none' });
  await takeUpToTheCard(second.page, byTouch(second.page), ticket);
});

// About 15 s.
test('at a counter a resident answers by keyboard, and gives the screen to the clerk', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await chooseApplicantSetting(page, 'counter');
  const keys = pageKeyboard(page);
  await keys.press('Enter');
  await waitForScreen(page, 'answers');
  await keys.press('F11');
  await waitForScreen(page, 'resident-language');
  await page.locator('[data-language="en"] button').focus();
  await keys.press('Enter');
  await waitForScreen(page, 'resident-notice');
  await mainButton(page).focus();
  await keys.press('Enter');
  await asked(page, 1);
  await keys.press('Enter');
  await asked(page, 2);
  await expect(page.locator('#answer-name')).toBeFocused();
  await keys.type('Teodoro Vantongeren');
  await keys.press('Enter');
  await asked(page, 3);
  await keys.type('11021957');
  await keys.press('Enter');
  const last = await questionCount(page);
  for (let number = 4; number <= last; number += 1) {
    await asked(page, number);
    // A contact is two fields.
    await mainButton(page).focus();
    await keys.press('Enter');
  }
  await waitForScreen(page, 'resident-review');
  await mainButton(page).focus();
  await keys.press('Enter');
  await waitForScreen(page, 'resident-to-clerk');
  await expect(page.locator('[data-reason="finished"]')).toBeVisible();
  expect((await getScreenState(page)).status.screenLocked).toBe(true);
  await mainButton(page).focus();
  await keys.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Staff sign-in' }).click();
  await page.locator('#passphrase').fill(CLERK.passphrase);
  await page.keyboard.press('Enter');
  await waitForScreen(page, 'documents');
});

// About 10 s.
test('Leave now ends it at once, and the next screen says what became of it', { tag: '@long' }, async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  await chooseApplicantSetting(page, 'counter');
  await bringTo('answers', page, { name: '', birthDay: '', birthMonth: '', birthYear: '' });
  await pageKeyboard(page).type('Teodoro Vantongeren');
  await pageKeyboard(page).press('F11');
  await waitForScreen(page, 'resident-language');
  const touch = byTouch(page);
  await touch.press(page.locator('[data-language="es"] button'));
  await waitForScreen(page, 'resident-notice');
  await touch.press(page.locator('[data-opens="leave"]'));
  await expect(page.locator('[data-leaving="erased"]')).toBeVisible();
  await touch.press(page.locator('[role="dialog"] button').nth(1));
  const next = await kiosk.shown(session);
  await next.page.locator('[data-became="ended"]').waitFor();
  await expect(next.page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(next.page.locator('[data-outcome="withdrawn"]')).toBeVisible();
  // As on the receipt: the memory of running programs at the least.
  await expect(next.page.locator('[data-not-proven] li').first()).toBeVisible();
  expect(await next.page.content()).not.toContain('Vantongeren');
});

// About 20 s.
test('whose page dies is asked for before anything of theirs is shown again, and then gets a number that a press keeps', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  await openForApplicants(page);
  const touch = byTouch(page);
  await touch.press(page.locator('[data-language="en"] button'));
  await answerAlone(page, touch, 'Ada');
  // The control: it is on the screen.
  expect(await page.content()).toMatch(/Ada/i);
  process.kill(session.pid, 'SIGKILL');
  const second = await kiosk.shown(session);
  await waitForScreen(second.page, 'resident-reopened');
  expect(await second.page.locator('main').textContent()).not.toMatch(/Ada/i);
  await byTouch(second.page).press(mainButton(second.page));
  await waitForScreen(second.page, 'resident-notice');
  process.kill(second.pid, 'SIGKILL');
  const third = await kiosk.shown(second);
  await waitForScreen(third.page, 'resident-ticket');
  await expect(third.page.locator('[data-still-there="erased"]')).toBeVisible();
  await byTouch(third.page).press(mainButton(third.page));
  await expect(third.page.locator('[data-waits]').first()).toBeVisible();
  await expect(third.page.locator('[data-still-there]')).toHaveCount(0);
  expect((await getScreenState(third.page)).status.residents.isNumberTaken).toBe(true);
});

// About 20 s.
test('staff who have ended what an applicant began give the screen to the next one at once', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  await openForApplicants(page);
  const hand = byKeyboard(page);
  await hand.press(page.locator('[data-language="en"] button'));
  await answerAlone(page, hand, 'Ada');
  const ticket = await ticketAtHand(page);
  await hand.press(mainButton(page));
  const waiting = await kiosk.shown(session);
  await waitForScreen(waiting.page, 'resident-ticket');
  await tellCore(waiting.page, 'signIn', CLERK);
  await waitForStart(waiting.page);
  await tellCore(waiting.page, 'openApplication', { ticket });
  await waitForScreen(waiting.page, 'documents');
  const keys = pageKeyboard(waiting.page);
  await askToEnd(waiting.page, keys);
  for (const key of ['Tab', 'Enter']) await keys.press(key);
  const next = await nextStart(kiosk, waiting);
  await pageKeyboard(next.page).press('F11');
  await waitForScreen(next.page, 'resident-language');
});

// About 65 s: the shortest times that a policy may have.
test('whoever looks and goes leaves nothing of how they read to the next', { tag: '@long' }, async ({
  openKiosk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-visitor-'));
  const policyPath = join(folder, 'policy.json');
  const residents = { warnAfterSeconds: 30, endAfterSeconds: 20 };
  writeFileSync(policyPath, JSON.stringify({ ...readShippedPolicy(), residents }));
  const kiosk = await openKiosk({ policyPath });
  const { page } = await kiosk.signedIn();
  await openForApplicants(page);
  const touch = byTouch(page);
  await touch.press(page.locator('[data-language="ar"] button'));
  await waitForScreen(page, 'resident-notice');
  await touch.press(page.locator('[data-opens="text-size"]'));
  await touch.press(page.locator('[role="dialog"] button').nth(3));
  // The dialog stays open, and is gone with them.
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'largest');
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'normal', { timeout: 60_000 });
  await waitForScreen(page, 'resident-language');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  rmSync(folder, { recursive: true, force: true });
});
