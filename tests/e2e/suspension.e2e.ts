import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { makeOrdersKey } from '../../build/order/keys.ts';
import { writeNewOrder } from '../../build/order/new.ts';
import { signOrderFile } from '../../build/order/sign.ts';
import { makeKeys } from '../../build/policy/keys.ts';
import { signFile } from '../../build/policy/sign.ts';
import { USUAL_NOTICE } from '../../shared/orders/usual-notice.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { approve, openSection, press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** A programme that names an office, whose orders go onto a stick by the office's own tool. */
function programme(folder: string, stick: string, change: Partial<CompletePolicy> = {}) {
  for (const each of [folder, stick]) mkdirSync(each, { recursive: true });
  expect(makeKeys(folder).code).toBe(0);
  const [, key = ''] = /"key": "([^"]+)"/.exec(makeOrdersKey(folder).say) ?? [];
  const policyPath = join(folder, 'policy.json');
  const orders = { name: 'Office of the City Clerk', key };
  const policy = { ...readShippedPolicy(), orders, ...change };
  writeFileSync(policyPath, JSON.stringify(policy, null, 2));
  expect(signFile(policyPath, join(folder, 'program-key.private.pem')).code).toBe(0);
  return {
    policyPath,
    order(serial: number, act: 'suspend' | 'resume', more: object = {}): string {
      const path = join(stick, `order-${serial}.json`);
      expect(writeNewOrder(path, act, policyPath, Date.now()).code).toBe(0);
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...more }));
      const signed = signOrderFile(path, join(folder, 'orders-key.private.pem'), policyPath, Date.now());
      expect(signed.code, signed.say).toBe(0);
      return path;
    },
  };
}

/** From the start screen into the section, with the first order on the stick checked and carried out. */
async function carryOutOrder(page: Page, serial: number): Promise<void> {
  await press(page, 'Look for an order on the USB drive');
  await page.locator(`[data-order-ready="${serial}"]`).waitFor();
  await press(page, 'Carry out order');
  await page.locator('[data-entry-made="order-carried-out"]').waitFor();
}

async function supervisorAt(page: Page): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  await waitForStart(page);
  await expect(page.locator('[aria-keyshortcuts="F4"]')).toHaveCount(1);
}

const suspended = { ok: false, error: { kind: 'intake-suspended' } };

// About 8 s: one session.
test('an order on a USB drive suspends intake, residents read why, and the next order resumes it', async ({
  openKiosk,
}, testInfo) => {
  const stick = testInfo.outputPath('stick');
  const { policyPath, order } = programme(testInfo.outputPath('program'), stick);
  const kiosk = await openKiosk({ policyPath, exportFolder: stick });
  const { page } = await kiosk.signedIn();
  const keys = pageKeyboard(page);
  await supervisorAt(page);
  await openSection(page, 'suspension');
  await press(page, 'Look for an order on the USB drive');
  await expect(page.locator('[data-order-fault="file"]')).toContainText('order-1.json');
  order(2, 'resume');
  await press(page, 'Look for an order on the USB drive');
  await expect(page.locator('[data-order-fault="skips"]')).toContainText('order 1 comes first');
  order(1, 'suspend');
  await carryOutOrder(page, 1);
  await keepPicture(page, 'suspension-order');

  await test.step('the start screen says so in every language of residents, and Start does nothing', async () => {
    await keys.press('Escape');
    await waitForScreen(page, 'start');
    const notice = page.locator('[data-notice="suspension"]');
    for (const language of residentLanguages)
      await expect(notice.locator(`[lang="${language}"]`)).toHaveText(USUAL_NOTICE[language]);
    await expect(page.getByRole('button', { name: /^Start/ })).toHaveAttribute('aria-disabled', 'true');
    expect(await askCore(page, 'startApplication')).toMatchObject(suspended);
    await expectAccessible(page, 'start, suspended');
    await keepPicture(page, 'suspension-start');
  });

  await test.step('the next order resumes it', async () => {
    await openSection(page, 'suspension');
    await carryOutOrder(page, 2);
    await keys.press('Escape');
    await waitForStart(page);
    await expect(page.locator('[data-notice="suspension"]')).toHaveCount(0);
    const made = (await ledgerOf(page, stick)).map(({ kind }) => kind);
    const ofSuspension = ['order-carried-out', 'intake-suspended', 'suspension-ended'];
    expect(made.filter((kind) => ofSuspension.includes(kind))).toEqual([
      ...['order-carried-out', 'intake-suspended', 'order-carried-out', 'suspension-ended'],
    ]);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
  });
});

// About 12 s: three sessions.
test(
  'two supervisors suspend intake and end what is open; one is not enough, and it ends as it began',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const stick = testInfo.outputPath('stick');
    const { policyPath } = programme(testInfo.outputPath('program'), stick, {
      suspension: { secondPerson: true },
    });
    const kiosk = await openKiosk({ policyPath, exportFolder: stick });
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, WILHELMINA);
    await pageKeyboard(first.page).press('F6');
    const second = await kiosk.shown(first);
    const { page } = second;
    await waitForStart(page);
    await supervisorAt(page);
    await openSection(page, 'suspension');
    await page.locator('input[name="suspend-open"][value="wipe"]').focus();
    await pageKeyboard(page).press(' ');
    await expect(page.locator('[data-act="suspend-intake"]')).toContainText('Open now: 1.');
    await press(page, 'Suspend new applications…');
    await expect(page.getByRole('dialog').locator('[data-ending="1"]')).toContainText('can’t be undone');
    expect((await getState(page)).status.suspensions).toEqual([]);
    await expectAccessible(page, 'supervisor, suspending with erasing');
    await press(page, 'Suspend and erase');
    await expect(page.locator('[data-approval-about]')).toContainText('ended and erased');
    expect((await getState(page)).status.suspensions).toEqual([]);
    await approve(page, 'suspendIntake', SECOND_SUPERVISOR);
    await page.locator('[data-entry-made="intake-suspended"]').waitFor();
    await expectAccessible(page, 'supervisor, suspended by hand');
    expect((await getState(page)).status).toMatchObject({ inProgress: [], intake: { kind: 'suspended' } });
    // What is being erased is open no more: only the count says that it is gone, for its entry rests.
    await expect.poll(async () => (await getState(page)).status.counts).toMatchObject({ wiped: 1 });
    await press(page, 'End suspension');
    await approve(page, 'endSuspension', SECOND_SUPERVISOR);
    await page.locator('[data-entry-made="suspension-ended"]').waitFor();
    await pageKeyboard(page).press('Escape');
    await waitForStart(page);
    await pageKeyboard(page).press('Enter');
    await waitForScreen(page, 'answers');
  },
);
