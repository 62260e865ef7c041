import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CLERK,
  pageKeyboard,
  photograph,
  SUPERVISOR,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { bringTo, tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { getScreenState, tellCore } from '../support/kiosk/core-calls.ts';
import { asked, finger, mainButton, questionCount } from '../support/kiosk/resident-touch.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { expect, test } from './fixtures.ts';

/** A supervisor chooses how residents use this kiosk; a clerk is signed in then. */
async function withSetting(
  page: Parameters<typeof tellCore>[0],
  setting: 'counter' | 'self-service',
): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  await tellCore(page, 'setDisplayWidth', { millimeters: 344 });
  await tellCore(page, 'setResidentSetting', { setting });
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
}

// About 25 s.
test('a resident answers alone by touch and gets a number; the clerk takes it up, to the card', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  await withSetting(page, 'self-service');
  await pageKeyboard(page).press('F11');
  await waitForScreen(page, 'resident-language');
  expect((await getScreenState(page)).application).toBeNull();

  const touch = finger(page);
  const goOn = () => touch.tap(mainButton(page));
  await touch.tap(page.locator('[data-language="ar"] button'));
  await waitForScreen(page, 'resident-notice');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await touch.tap(page.locator('[data-opens="language"]'));
  await touch.tap(page.locator('[role="dialog"] [data-language="en"] button'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goOn();
  await asked(page, 1);
  await goOn();
  await asked(page, 2);
  await touch.type('Ada');
  await goOn();
  await asked(page, 3);
  await touch.type('03');
  await touch.type('14');
  await touch.type('1990');
  await goOn();
  // The rest may be left out.
  const last = await questionCount(page);
  for (let number = 4; number <= last; number += 1) {
    await asked(page, number);
    await goOn();
  }
  await waitForScreen(page, 'resident-review');
  await expect(page.locator('[data-line="name"]')).toContainText(/ada/i);
  const ticket = (await getScreenState(page)).application?.ticket;
  await goOn();

  const second = await kiosk.shown(session);
  await waitForScreen(second.page, 'resident-ticket');
  await expect(second.page.locator('[data-resident-ticket]')).toHaveText(String(ticket));
  expect(await second.page.content()).not.toMatch(/Ada/i);
  await finger(second.page).tap(mainButton(second.page));
  await waitForScreen(second.page, 'resident-language');
  // The kiosk has forgotten it as well.
  await expect
    .poll(async () => (await getScreenState(second.page)).status.lastEnding)
    .toEqual({ kind: 'none' });

  // Staff have the screen back by a passphrase, and find the ticket.
  await finger(second.page).tap(second.page.locator('[data-opens="staff"]'));
  await finger(second.page).tap(
    second.page.getByRole('dialog').getByRole('button', { name: 'Staff sign-in' }),
  );
  await second.page.locator('#passphrase').fill(CLERK.passphrase);
  await second.page.keyboard.press('Enter');
  await waitForStart(second.page);
  await tellCore(second.page, 'openApplication', { ticket: ticket ?? 0 });
  const keys = pageKeyboard(second.page);
  // All is answered, so the clerk begins with the documents.
  await tickDocuments(second.page, keys);
  await photograph(second.page, keys);
  await waitForReadBack(second.page);
  await keys.press('Enter');
  await waitForScreen(second.page, 'hand-over');
});

// About 15 s.
test('at a counter a resident answers by keyboard, and gives the screen to the clerk', {
  tag: '@long',
}, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await withSetting(page, 'counter');
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
  await withSetting(page, 'counter');
  await bringTo('answers', page, { name: '', birthDay: '', birthMonth: '', birthYear: '' });
  await pageKeyboard(page).type('Teodoro Vantongeren');
  await pageKeyboard(page).press('F11');
  await waitForScreen(page, 'resident-language');
  const touch = finger(page);
  await touch.tap(page.locator('[data-language="es"] button'));
  await waitForScreen(page, 'resident-notice');
  await touch.tap(page.locator('[data-opens="leave"]'));
  await expect(page.locator('[data-leaving="erased"]')).toBeVisible();
  await touch.tap(page.locator('[role="dialog"] button').nth(1));
  const next = await kiosk.shown(session);
  await next.page.locator('[data-became="ended"]').waitFor();
  await expect(next.page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(next.page.locator('[data-outcome="withdrawn"]')).toBeVisible();
  expect(await next.page.content()).not.toContain('Vantongeren');
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
  await withSetting(page, 'self-service');
  await pageKeyboard(page).press('F11');
  await waitForScreen(page, 'resident-language');
  const touch = finger(page);
  await touch.tap(page.locator('[data-language="ar"] button'));
  await waitForScreen(page, 'resident-notice');
  await touch.tap(page.locator('[data-opens="text-size"]'));
  await touch.tap(page.locator('[role="dialog"] button').nth(3));
  // The dialog stays open, and is gone with them.
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'largest');
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'normal', { timeout: 60_000 });
  await waitForScreen(page, 'resident-language');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  rmSync(folder, { recursive: true, force: true });
});
