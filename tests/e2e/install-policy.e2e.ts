import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  CLERK,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { makeKeys } from '../../build/policy/keys.ts';
import { signFile } from '../../build/policy/sign.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, endThroughCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { approve, openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const OLD_LABEL = 'Name on the card';
const NEW_LABEL = 'Full name, as on the card';

/** A programme with its keys, a kiosk's signed policy (version 2), and sticks with others. */
function programme(folder: string) {
  mkdirSync(folder, { recursive: true });
  expect(makeKeys(folder).code).toBe(0);
  const shipped = readShippedPolicy();
  const write = (place: string, version: number, label: string): string => {
    mkdirSync(place, { recursive: true });
    const path = join(place, 'policy.json');
    const fields = shipped.fields.map((each) =>
      each.field === 'name' ? { ...each, label: { ...each.label, en: label } } : each,
    );
    writeFileSync(path, JSON.stringify({ ...shipped, version, fields }, null, 2));
    expect(signFile(path, join(folder, 'program-key.private.pem')).code).toBe(0);
    return path;
  };
  return {
    write,
    /** Puts a file with its signature on the stick. */
    carry(path: string, stick: string) {
      for (const end of ['', '.sig']) copyFileSync(`${path}${end}`, join(stick, `policy.json${end}`));
    },
  };
}

async function expectNameLabel(page: Page, label: string): Promise<void> {
  await waitForScreen(page, 'answers');
  await expect(page.locator('label[for="answer-name"]')).toHaveText(label);
}

// About 10 s: four sessions.
test(
  'a supervisor installs a signed policy between two applicants',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const folder = testInfo.outputPath('program');
    const stick = testInfo.outputPath('stick');
    const { write, carry } = programme(folder);
    const policyPath = write(folder, 2, OLD_LABEL);
    const newer = write(join(folder, 'newer'), 3, NEW_LABEL);
    mkdirSync(stick, { recursive: true });
    const kiosk = await openKiosk({ policyPath, exportFolder: stick });
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, WILHELMINA);
    await pageKeyboard(first.page).press('F6');
    const second = await kiosk.shown(first);
    const { page } = second;
    await waitForStart(page);
    await signOut(page);
    await signInAs(page, SUPERVISOR);

    await test.step('what is wrong on the drive is told, and changes nothing', async () => {
      await openSection(page, 'policy');
      await page.locator('[data-policy-version="2"][data-policy-signed="true"]').waitFor();
      await press(page, 'Check the USB drive');
      await expect(page.locator('[data-policy-fault="file"]')).toContainText('policy.json');
      carry(newer, stick);
      appendFileSync(join(stick, 'policy.json'), '\n');
      await press(page, 'Check the USB drive');
      await expect(page.locator('[data-policy-fault="signature"]')).toContainText('changed');
      await expectAccessible(page, 'supervisor, policy, a forged one');
      await keepPicture(page, 'policy-forged');
      await page.locator('[data-policy-version="2"]').waitFor();
    });

    await test.step('a newer one is read before it is installed', async () => {
      carry(newer, stick);
      await press(page, 'Check the USB drive');
      await expect(page.locator('[data-policy-ready="3"]')).toContainText(NEW_LABEL);
      await page.locator('[data-policy-version="2"]').waitFor();
      await expectAccessible(page, 'supervisor, policy, a newer one');
      await keepPicture(page, 'policy-newer');
      await press(page, 'Install policy');
      await page.locator('[data-entry-made="policy-installed"]').waitFor();
      await page.locator('[data-policy-version="3"]').waitFor();
      await keepPicture(page, 'policy-installed');
    });

    await test.step('the next applicant is served under it, in the session that was there before', async () => {
      await signOut(page);
      await signInAs(page, CLERK);
      await pageKeyboard(page).press('Enter');
      await expectNameLabel(page, NEW_LABEL);
      await pageKeyboard(page).press('F6');
    });

    // Its session was the spare while the policy was installed.
    const third = await kiosk.shown(second);
    await test.step('one that was set aside finishes under the rules it began with', async () => {
      await waitForStart(third.page);
      expect(await askCore(third.page, 'getState')).toMatchObject({ value: { policy: { version: 3 } } });
      await press(third.page, 'Open ticket 1');
      await expectNameLabel(third.page, OLD_LABEL);
      await endThroughCore(third.page, 'endWithoutCard', { outcome: 'withdrawn' });
    });

    await nextStart(kiosk, third);
  },
);

// About 8 s.
test(
  'an older policy is refused to one supervisor, and taken from two',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const folder = testInfo.outputPath('program');
    const stick = testInfo.outputPath('stick');
    const { write, carry } = programme(folder);
    mkdirSync(stick, { recursive: true });
    carry(write(join(folder, 'older'), 2, OLD_LABEL), stick);
    const kiosk = await openKiosk({ policyPath: write(folder, 3, NEW_LABEL), exportFolder: stick });
    const { page } = await kiosk.signedIn();
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await openSection(page, 'policy');
    await press(page, 'Check the USB drive');
    await expect(page.locator('[data-policy-ready="2"]')).toContainText('two supervisors');
    await expectAccessible(page, 'supervisor, policy, an older one');
    await keepPicture(page, 'policy-older');
    await press(page, /^Install older policy/);
    await expect(page.locator('[data-approval-about]')).toContainText('version 2');
    await approve(page, 'installOlderPolicy', { name: SECOND_SUPERVISOR.name, passphrase: CLERK.passphrase });
    await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
    await page.locator('[data-policy-version="3"]').waitFor();
    await approve(page, 'installOlderPolicy', SECOND_SUPERVISOR);
    await page.locator('[data-entry-made="policy-installed"]').waitFor();
    await page.locator('[data-policy-version="2"]').waitFor();
    const installed = (await ledgerOf(page, stick)).filter(({ kind }) => kind === 'policy-installed');
    expect(installed.map(({ fields }) => fields.second === '0'.repeat(32))).toEqual([false]);
  },
);
