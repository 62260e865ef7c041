import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CLERK, pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
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
  return (await getState(page)).status.residents;
}

// About 12 s.
test('a supervisor measures the display, accepts a notice by name and chooses a setting, by keys', LONG, async ({
  openKiosk,
}, testInfo) => {
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

  await page.locator('[data-card-outline]').focus();
  const before = await outlineWidth(page);
  await keys.press('ArrowLeft');
  await expect.poll(() => outlineWidth(page)).toBeLessThan(before);
  await page.locator('#display-width').fill('344');
  await press(page, /^Save display size/);
  await page.locator('[data-entry-made="display-width-set"]').waitFor();
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
  await press(page, /^Save setting/);
  await page.locator('[data-resident-setting="counter"]').waitFor();
  await expectUsableAtDoubleText(page, 'applicant screens');
  const ledger = await ledgerOf(page, exportFolder);
  expect(ledger.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['display-width-set', 'notice-accepted', 'resident-setting-chosen']),
  );
});

// About 8 s.
test('at a counter F11 gives the screen, a passphrase takes it back, and nobody reads who works here', LONG, async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await tellCore(page, 'signIn', SUPERVISOR);
  await tellCore(page, 'setResidentSetting', { setting: 'counter' });
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
  const keys = pageKeyboard(page);
  await keys.press('Enter');
  await waitForScreen(page, 'answers');
  await keys.type('Wilhelmina Featherstone');
  await keys.press('F11');
  await expect.poll(async () => (await residentsOf(page)).atScreen).toBe(true);
  for (const call of ['putAside', 'confirmDocuments', 'photo'] as const) {
    expect(await askCore(page, call), call).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  }

  await page.locator('[data-staff]').click();
  await waitForScreen(page, 'take-screen-back');
  // The positive control: whoever gave the screen away works here.
  expect((await getState(page)).status.staffNames).toContain(CLERK.name);
  expect(await page.content()).not.toContain(CLERK.name);
  await expectAccessible(page, 'staff take the screen back');
  await keepPicture(page, 'take-screen-back');
  await keys.press('Escape');
  await expect(page.locator('[data-screen="take-screen-back"]')).toHaveCount(0);

  await page.locator('[data-staff]').click();
  await keys.type('not the passphrase');
  await keys.press('Enter');
  await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
  expect((await residentsOf(page)).atScreen).toBe(true);
  await press(page, /^Someone else signs in/);
  await page.locator('#staff-name').fill(SUPERVISOR.name.slice(0, 4).toLowerCase());
  await page.locator('#passphrase').fill(SUPERVISOR.passphrase);
  await keys.press('Enter');
  await waitForScreen(page, 'answers');
  expect((await getState(page)).status.staff?.name).toBe(SUPERVISOR.name);
  await expect(page.locator('[data-hand-back="unfinished"]')).toBeVisible();
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina Featherstone');
});
