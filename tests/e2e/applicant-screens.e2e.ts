import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CLERK, pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { askCore, getScreenState, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { chooseApplicantSetting } from '../support/kiosk/resident-steps.ts';
import { openSection, press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** How large the outline of a card is drawn, in CSS pixels. */
async function outlineWidth(page: Page): Promise<number> {
  const box = await page.locator('[data-card-outline]').boundingBox();
  if (box === null) throw new Error('no outline is drawn');
  return box.width;
}

async function residentsOf(page: Page) {
  return (await getScreenState(page)).status.residents;
}

// About 12 s.
test(
  'a supervisor measures the display, accepts a notice by name and chooses a setting, by keys',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const exportFolder = testInfo.outputPath('stick');
    mkdirSync(exportFolder, { recursive: true });
    const kiosk = await openKiosk({ exportFolder });
    const { page } = await kiosk.signedIn();
    await tellCore(page, 'signIn', SUPERVISOR);
    await waitForStart(page);
    const keys = pageKeyboard(page);
    await openSection(page, 'residents');
    await expect(page.locator('[data-display-width="unknown"]')).toBeVisible();
    await expectAccessible(page, 'applicant screens');
    await keepPicture(page, 'applicant-screens');

    const outline = page.locator('[data-card-outline]');
    await outline.focus();
    // Drawn by the width of the screen as it is after all looks at it.
    const shown = Number(await outline.getAttribute('aria-valuenow'));
    await keys.press('ArrowRight');
    await expect(outline).not.toHaveAttribute('aria-valuenow', String(shown));
    const before = await outlineWidth(page);
    await keys.press('ArrowLeft');
    await expect.poll(() => outlineWidth(page)).toBeLessThan(before);
    await page.locator('#display-width').fill('344');
    await press(page, /^Save display size/);
    await page.locator('[data-display-saved="true"]').waitFor();
    // What is drawn now is a card, by the width that was typed.
    const { screenWidth } = await page.evaluate(() => ({ screenWidth: window.screen.width }));
    expect(((await outlineWidth(page)) / screenWidth) * 344).toBeCloseTo(85.6, 0);
    expect((await residentsOf(page)).displayWidthMillimeters).toBe(344);

    await press(page, /^Read and accept….*Arabic/);
    await expect(page.locator('[role="dialog"] [lang="ar"]')).toBeVisible();
    await expectAccessible(page, 'a legal notice is accepted');
    await keepPicture(page, 'applicant-screens-accept');
    // Enter at once changes nothing: the first choice is to leave it.
    await keys.press('Enter');
    expect((await residentsOf(page)).acceptedNotices).toEqual([]);
    await press(page, /^Read and accept….*Arabic/);
    await press(page, /^Accept in my name/);
    await expect(page.locator('[data-language="ar"]')).toContainText(`Accepted by ${SUPERVISOR.name}`);
    expect((await residentsOf(page)).acceptedNotices).toEqual(['ar']);

    await page.locator('input[name="resident-setting"]:checked').focus();
    await keys.press('ArrowDown');
    await press(page, /^Use this setting/);
    await page.locator('[data-resident-setting="counter"]').waitFor();
    await expectUsableAtDoubleText(page, 'applicant screens', 'Use this setting');
    const ledger = await ledgerOf(page, exportFolder);
    expect(ledger.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['display-measured', 'notice-accepted', 'resident-setting-chosen']),
    );
  },
);

// About 8 s.
test(
  'at a counter F11 gives the screen, a passphrase takes it back, and nobody reads who works here',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await chooseApplicantSetting(page, 'counter');
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await keys.type('Wilhelmina Featherstone');
    // The positive control: whoever gives the screen away is named until then.
    expect(JSON.stringify(await tellCore(page, 'getState'))).toContain(CLERK.name);
    await keys.press('F11');
    await expect.poll(async () => (await residentsOf(page)).atScreen).toBe(true);
    for (const call of ['putAside', 'confirmDocuments', 'photo'] as const) {
      expect(await askCore(page, call), call).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    }

    // A resident who pressed a key of staff has a way back that they can read, before any field.
    await keys.press('F11');
    await expect(page.locator('[data-take-back]')).toHaveCount(0);
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys.press('F11');
    await press(page, /^Staff sign-in/);
    await page.locator('[data-take-back]').waitFor();
    // Neither seen nor told: the names of staff stay in the core.
    expect(await page.content()).not.toContain(CLERK.name);
    expect(JSON.stringify(await tellCore(page, 'getState'))).not.toContain(CLERK.name);
    await expectAccessible(page, 'staff take the screen back');
    await keepPicture(page, 'take-screen-back');
    await page.locator('#passphrase').focus();
    await keys.type('not the passphrase');
    await keys.press('Enter');
    await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
    expect((await residentsOf(page)).atScreen).toBe(true);
    await press(page, /^Someone else signs in/);
    await page.locator('#staff-name').fill(SUPERVISOR.name.toLowerCase());
    await page.locator('#passphrase').fill(SUPERVISOR.passphrase);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    expect((await getState(page)).status.staff?.name).toBe(SUPERVISOR.name);
    await expect(page.locator('[data-hand-back="unfinished"]')).toBeVisible();
    await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina Featherstone');
  },
);

// About 10 s.
test(
  'a page that comes after the screen of a counter was locked behind an applicant names nobody who works here',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    await chooseApplicantSetting(page, 'counter');
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await keys.press('F11');
    await expect.poll(async () => (await residentsOf(page)).atScreen).toBe(true);
    await tellCore(page, 'finishAnswers');
    await waitForScreen(page, 'resident-to-clerk');
    process.kill(session.pid, 'SIGKILL');
    const fresh = await kiosk.shown(session);
    await waitForScreen(fresh.page, 'resident-to-clerk');
    expect(await fresh.page.content()).not.toContain(CLERK.name);
    await fresh.page.locator('[data-opens="staff"]').click();
    await press(fresh.page, /^Staff sign-in/);
    await fresh.page.locator('[data-take-back]').waitFor();
    expect(await fresh.page.content()).not.toContain(CLERK.name);
    await fresh.page.locator('#passphrase').fill(CLERK.passphrase);
    await pageKeyboard(fresh.page).press('Enter');
    await waitForScreen(fresh.page, 'answers');
    // The positive control: behind a counter the lock says who is signed in.
    await tellCore(fresh.page, 'lock');
    await waitForScreen(fresh.page, 'screen-locked');
    expect(await fresh.page.content()).toContain(CLERK.name);
  },
);

// About 6 s.
test(
  'F3 shows the applicant a question in their language; no key of the step acts under it, and Escape is the way back',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    // Nothing to show to somebody who reads English where the city has no notice.
    await keys.press('F3');
    await expect(page.locator('[data-for-applicant]')).toHaveCount(0);
    await tellCore(page, 'chooseLanguage', { language: 'ar' });
    await expect(page.locator('[data-applicants-language="ar"]')).toContainText('Arabic');
    await page.locator('#answer-name').focus();
    await keys.press('F3');
    const shown = page.locator('[data-for-applicant="ar"]');
    await expect(shown).toHaveAttribute('dir', 'rtl');
    await expect(shown.locator('[data-question]')).toHaveCount(1);
    await expectAccessible(page, 'a question for the applicant');
    await keepPicture(page, 'show-applicant');
    const { role } = (await getState(page)).status.staff ?? {};
    for (const key of ['F4', 'F5', 'F6', 'F11', 'Alt+2']) await keys.press(key);
    await expect(shown).toBeVisible();
    expect((await getState(page)).status.staff?.role).toBe(role);
    expect((await residentsOf(page)).atScreen).toBe(false);
    await keys.press('Escape');
    await expect(shown).toHaveCount(0);
    await expect(page.locator('#answer-name')).toBeFocused();
    // The cover takes away what is shown as well.
    await keys.press('F3');
    await expect(shown).toHaveCount(1);
    await keys.press('F9');
    await expect(shown).toHaveCount(0);
    await expect(page.locator('[data-covered]')).toBeVisible();
    await keys.press('F9');
    await expect(page.locator('#answer-name')).toBeFocused();
    // The positive control: the same key acts once nothing lies over the step.
    await keys.press('F4');
    await expect(page.getByRole('dialog')).toHaveCount(1);
  },
);
