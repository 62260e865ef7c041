import type { Page } from '@playwright/test';
import { z } from 'zod';
import {
  CLERK,
  FIRST_STAFF,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { killKeeper } from '../support/kiosk/dead-keeper.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import {
  approve,
  openSection,
  press,
  type StaffMember,
  signInAs,
  signOut,
} from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const OCTAVIA = { name: 'Octavia Sandgrove', passphrase: 'walnut harpoon tundra fiddle' } as const;
const LEOPOLD = { name: 'Leopold Farthing', passphrase: 'quarry bonnet saffron lemur' } as const;

/** The code on the screen, as somebody writes it down. */
async function writtenDown(page: Page): Promise<string> {
  const code = ((await page.locator('[data-recovery-code]').textContent()) ?? '').trim();
  expect(code).toMatch(/^([0-9A-Z]{4} ){5}[0-9A-Z]$/);
  return code;
}

/** Shows a code, writes it down and hides it. The keyboard is at the field for what stands on the paper then. */
async function showAndHide(page: Page, picture: string | null = null): Promise<string> {
  const keys = pageKeyboard(page);
  await page.getByRole('button', { name: /^Show (first|second) code/ }).waitFor();
  await keys.press('Enter');
  return hide(page, picture);
}

/** Writes down the code that is shown, and hides it. */
async function hide(page: Page, picture: string | null = null): Promise<string> {
  const keys = pageKeyboard(page);
  const code = await writtenDown(page);
  if (picture !== null) {
    await expectAccessible(page, 'a recovery code, shown');
    await keepPicture(page, picture);
  }
  await keys.press('Enter');
  await page.locator('#recovery-code').waitFor();
  // Shown once: nothing on the screen has it any more.
  await expect(page.locator('main')).not.toContainText(code.slice(0, 4));
  return code;
}

/** From the decision to both codes on paper, by keys. Answers what is on the two papers. */
async function makeCodes(page: Page): Promise<readonly [string, string]> {
  const keys = pageKeyboard(page);
  await waitForScreen(page, 'recovery-codes');
  await expectAccessible(page, 'before the first recovery code');
  await keepPicture(page, 'recovery-code-before');
  const misread = await showAndHide(page, 'recovery-code-shown');
  await keys.type(misread.slice(0, -1));
  await keys.press('Enter');
  await page.locator('form[data-refusal="not-the-code"]').waitFor();
  await expectAccessible(page, 'a recovery code, misread');
  await keepPicture(page, 'recovery-code-misread');
  await keys.press('F2');
  await page.locator('[data-recovery-code]').waitFor();
  const first = await writtenDown(page);
  expect(first).not.toBe(misread);
  await keys.press('Enter');
  await page.locator('#recovery-code').waitFor();
  await keys.type(first.toLowerCase().replaceAll(' ', ''));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery code 2 of 2');
  await expectAccessible(page, 'before the second recovery code');
  await keepPicture(page, 'recovery-code-second');
  await keys.press('Enter');
  await approve(page, 'drawSecondRecoveryCode', SECOND_SUPERVISOR);
  const second = await hide(page);
  await keys.type(second);
  await keys.press('Enter');
  await page.locator('[data-entry-made="recovery-made"]').waitFor();
  await expectAccessible(page, 'both recovery codes made');
  await keepPicture(page, 'recovery-codes-made');
  return [first, second];
}

/** Code, name and passphrase twice, from wherever the person's first field has the focus. */
async function typePerson(page: Page, code: string, { name, passphrase }: StaffMember): Promise<void> {
  const keys = pageKeyboard(page);
  for (const text of [code, name, passphrase]) {
    await keys.type(text);
    await keys.press('Tab');
  }
  await keys.type(passphrase);
}

/** What the core says to two people with these codes. */
function recoverThroughCore(page: Page, one: string, other: string) {
  return askCore(page, 'recoverStaff', {
    first: { ...OCTAVIA, code: one },
    second: { ...LEOPOLD, code: other },
  });
}

// About 12 s: two keepers; seven looks with axe.
test(
  'recovery codes: made at set-up by two people, and refused while an application is open',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const first = await kiosk.shown();
    let { page } = first;
    await waitForScreen(page, 'set-up');
    await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
    for (const [screen, key] of [
      ['go-live', '2'],
      ['recovery-decision', '1'],
    ] as const) {
      await waitForScreen(page, screen);
      await pageKeyboard(page).press(key);
      await expect(page.getByRole('radio', { checked: true })).toBeFocused();
      await pageKeyboard(page).press('Enter');
    }
    const codes = await makeCodes(page);
    expect((await getState(page)).status.recovery).toMatchObject({ kind: 'codes' });
    await pageKeyboard(page).press('Enter');
    await page.locator('[data-news="live"]').waitFor();
    await expectAccessible(page, 'sign-in with a way for recovery codes');
    await keepPicture(page, 'sign-in-recovery');

    await signInAs(page, CLERK);
    await press(page, /^Start/);
    await waitForScreen(page, 'answers');
    await tellCore(page, 'lock');
    await waitForScreen(page, 'screen-locked');
    expect(await recoverThroughCore(page, ...codes)).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await killKeeper(kiosk);
    await kiosk.relaunch();
    ({ page } = await kiosk.shown());
    await waitForScreen(page, 'sign-in');
    expect(await recoverThroughCore(page, ...codes)).toMatchObject({
      ok: false,
      error: { kind: 'applications-open' },
    });
    await press(page, 'Use recovery codes');
    await expect(page.locator('[data-obstacle]')).toContainText('while an application is open');
    await expectAccessible(page, 'recovery codes, an application is open');
    await keepPicture(page, 'use-codes-refused');
    await pageKeyboard(page).press('Enter');
    await waitForScreen(page, 'sign-in');
  },
);

/** Past the keyboard: a kiosk that is live, with two codes on paper. Nobody is signed in. */
async function setUpWithCodes(page: Page): Promise<readonly [string, string]> {
  await waitForScreen(page, 'set-up');
  await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
  await tellCore(page, 'decideCustody', { custody: 'sealed', inSpiteOf: [] });
  // Nobody has to decide it: the kiosk takes applications, and reminds supervisors.
  await waitForStart(page);
  await expect(page.locator('[data-recovery="undecided"]')).toContainText('open Staff to decide');
  const drawn = z.object({ code: z.string() });
  const { code: first } = drawn.parse(await tellCore(page, 'drawFirstRecoveryCode'));
  await tellCore(page, 'confirmRecoveryCode', { place: 1, typed: first });
  await tellCore(page, 'approve', { act: 'drawSecondRecoveryCode', ...SECOND_SUPERVISOR });
  const { code: second } = drawn.parse(await tellCore(page, 'drawSecondRecoveryCode'));
  await tellCore(page, 'confirmRecoveryCode', { place: 2, typed: second });
  await tellCore(page, 'signOut');
  return [first, second];
}

// About 12 s: two keepers; eight looks with axe.
test(
  'recovery codes: two people use both, once, and are the supervisors of a kiosk that goes on',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const codes = await setUpWithCodes((await kiosk.shown()).page);
    await killKeeper(kiosk);
    await kiosk.relaunch();
    const { page } = await kiosk.shown();
    await waitForScreen(page, 'sign-in');
    await useCodes(page, codes);
    // Nobody can open the key of its ledger any more: it starts again with another one.
    await kiosk.keeper().ended;
    await kiosk.relaunch();
    await afterRecovery((await kiosk.shown()).page, codes);
  },
);

/** Nobody has the device key in memory: two people come with their envelopes. */
async function useCodes(page: Page, [one, other]: readonly [string, string]): Promise<void> {
  const keys = pageKeyboard(page);
  await press(page, 'Use recovery codes');
  await waitForScreen(page, 'use-recovery-codes');
  await expectAccessible(page, 'recovery codes, empty');
  await expectUsableAtDoubleText(page, 'use-recovery-codes', 'Use both codes');
  await keepPicture(page, 'use-codes');
  await typePerson(page, one, OCTAVIA);
  // Past the offer of four words.
  for (const _ of [1, 2]) await keys.press('Tab');
  await typePerson(page, one, LEOPOLD);
  await keys.press('Enter');
  // The same code twice is told here, and costs no attempt.
  await expect(page.locator('#second-code-note')).toContainText('first person’s code');
  await expect(page.locator('#second-code')).toBeFocused();
  await expectAccessible(page, 'recovery codes, the same twice');
  await keepPicture(page, 'use-codes-same');
  // Two that are exchanged are seen, so this is another code whose check character is right.
  const wrong = '0000 0000 0000 0000 0000 0';
  for (const key of ['Control+A', 'Delete']) await keys.press(key);
  await keys.type(wrong);
  const place = await page.locator('#first-code').boundingBox();
  await keys.press('Enter');
  await page.locator('form[data-refusal="wrong-recovery-codes"]').waitFor();
  expect(await page.locator('#first-code').boundingBox(), 'nothing moves').toEqual(place);
  await expectAccessible(page, 'recovery codes, one is wrong');
  await keepPicture(page, 'use-codes-wrong');
  expect((await getState(page)).status.staffNames).toEqual([
    ...[CLERK.name, SUPERVISOR.name, SECOND_SUPERVISOR.name],
  ]);
  await page.locator('#second-code').focus();
  for (const key of ['Control+A', 'Delete']) await keys.press(key);
  await keys.type(other);
  await keys.press('Enter');
}

/** The two are supervisors, alone, and the codes are used up. */
async function afterRecovery(page: Page, codes: readonly [string, string]): Promise<void> {
  await page.locator('[data-news="recovered"]').waitFor();
  await expectAccessible(page, 'sign-in, recovered');
  await keepPicture(page, 'sign-in-recovered');
  expect((await getState(page)).status).toMatchObject({
    ...{ staff: null, recovery: { kind: 'used' } },
    staffNames: [LEOPOLD.name, OCTAVIA.name],
  });
  await expect(page.getByRole('button', { name: 'Use recovery codes' })).toHaveCount(0);
  expect(await recoverThroughCore(page, ...codes)).toMatchObject({ ok: false, error: { kind: 'not-now' } });
  for (const member of [CLERK, SUPERVISOR]) {
    expect(await askCore(page, 'signIn', member)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
  }
  await signInAs(page, LEOPOLD);
  await signOut(page);
  await signInAs(page, OCTAVIA);
  await expect(page.locator('[data-recovery="used"]')).toContainText('Make new ones');
  await expectAccessible(page, 'start, recovery codes used');
  await keepPicture(page, 'start-recovery-used');
  await openSection(page, 'staff');
  await expect(page.locator('section[data-recovery="used"]')).toContainText('There are none now');
  await expectAccessible(page, 'supervisor, staff, recovery codes used');
  await press(page, 'Decide about recovery codes…');
  await waitForScreen(page, 'recovery-decision');
  await pageKeyboard(page).press('2');
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await pageKeyboard(page).press('Enter');
  await expect(page.locator('section[data-recovery="none"]')).toContainText('set up from scratch');
  await keepPicture(page, 'supervisor-staff-recovery');
  await press(page, /^Return to start/);
  // The kiosk works for the next person under its new keys.
  await waitForStart(page);
  await expect(page.locator('[data-notice="recovery"]')).toHaveCount(0);
  await press(page, /^Start/);
  await waitForScreen(page, 'answers');
}
