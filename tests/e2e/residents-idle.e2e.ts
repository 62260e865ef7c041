import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CLERK, pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { getScreenState, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { asked, mainButton } from '../support/kiosk/resident-hand.ts';
import { byKeyboard } from '../support/kiosk/resident-keyboard.ts';
import { chooseApplicantSetting, openForApplicants } from '../support/kiosk/resident-steps.ts';
import { byTouch } from '../support/kiosk/resident-touch.ts';
import { bundleWrongClock, type WrongClock } from '../support/kiosk/wrong-clock/wrong-clock.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** Harbor City asks after two minutes, and ends it half a minute later. Time passes by the keeper's clock, which a test sets. */
const UNTIL_ASKED = 121_000;
const UNTIL_ENDED = 31_000;

const NAME = 'Wilhelmina';

async function clockIn(folder: string): Promise<WrongClock> {
  mkdirSync(folder, { recursive: true });
  return bundleWrongClock(folder);
}

/** From the languages to a name that is half typed. */
async function typeName(page: Page, language: ResidentLanguage): Promise<void> {
  const hand = byKeyboard(page);
  await hand.press(page.locator(`[data-language="${language}"] button`));
  await waitForScreen(page, 'resident-notice');
  await hand.press(mainButton(page));
  await asked(page, 1);
  await hand.press(mainButton(page));
  await asked(page, 2);
  await hand.type(NAME);
  await expect.poll(async () => (await openApplication(page)).answers.name).toBe(NAME);
}

const warning = (page: Page) => page.locator('[data-idle-end]');

/**
 * Nobody touches it any more, and it asks. Counted from now: a page tells of hands only every 20 seconds, and what it told may
 * still be under way.
 */
async function waitUntilAsked(page: Page, clock: WrongClock): Promise<void> {
  await tellCore(page, 'reportActivity');
  clock.pass(UNTIL_ASKED);
  await expect(warning(page).first()).toBeVisible();
}

// About 15 s.
test(
  'in self-service an applicant is asked whether they are there; a touch answers, and without one they are erased',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const clock = await clockIn(testInfo.outputPath('clock'));
    const kiosk = await openKiosk(clock.options);
    const session = await kiosk.signedIn();
    const { page } = session;
    await openForApplicants(page);
    await typeName(page, 'ar');
    await waitUntilAsked(page, clock);
    expect((await getScreenState(page)).status.residents.idle).not.toBeNull();
    await byTouch(page).press(page.getByRole('dialog').getByRole('button'));
    await expect(warning(page)).toHaveCount(0);
    // It did nothing else.
    await expect(page.locator('#answer-name')).toHaveValue(NAME);

    await waitUntilAsked(page, clock);
    clock.pass(UNTIL_ENDED);
    const next = await kiosk.shown(session);
    await next.page.locator('[data-became="ended"][data-outcome="expired"]').waitFor();
    await expect(next.page.locator('html')).toHaveAttribute('lang', 'ar');
    expect(await next.page.content()).not.toContain(NAME);
    await byTouch(next.page).press(mainButton(next.page));
    await waitForScreen(next.page, 'resident-language');
    expect((await getScreenState(next.page)).application).toBeNull();
    await expect(next.page.locator('html')).toHaveAttribute('lang', 'en');
  },
);

// About 12 s.
test(
  'at a counter the screen of an applicant who does not answer is locked, and a clerk finds what was entered',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const clock = await clockIn(testInfo.outputPath('clock'));
    const kiosk = await openKiosk(clock.options);
    const { page } = await kiosk.signedIn();
    await chooseApplicantSetting(page, 'counter');
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await keys.press('F11');
    await waitForScreen(page, 'resident-language');
    await typeName(page, 'en');
    await waitUntilAsked(page, clock);
    clock.pass(UNTIL_ENDED);
    await waitForScreen(page, 'resident-to-clerk');
    await expect(page.locator('[data-reason="idle"]')).toBeVisible();
    expect(await page.content()).not.toContain(NAME);

    await byKeyboard(page).press(mainButton(page));
    await byKeyboard(page).press(page.getByRole('dialog').getByRole('button', { name: 'Staff sign-in' }));
    await page.locator('#passphrase').focus();
    await keys.type(CLERK.passphrase);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await expect(page.locator('#answer-name')).toHaveValue(NAME);
  },
);
