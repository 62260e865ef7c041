import type { Page } from '@playwright/test';
import {
  CLERK,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { askCore, getState } from '../support/kiosk/core-calls.ts';
import { changeVault, killKeeper } from '../support/kiosk/dead-keeper.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import {
  addColleague,
  IT_MEMBER,
  openSection,
  press,
  type StaffMember,
  signInAs,
  signOut,
  typeSignIn,
} from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const TEMPORARY = 'walnut glacier saddle comet';

async function expectLockedOut(page: Page): Promise<void> {
  await page.locator('form[data-refusal="locked-out"]').waitFor();
  await expect(page.locator('#passphrase-note')).toContainText('Nobody can sign in with this name for now.');
  await expect(page.getByRole('timer')).toHaveText(/\d+ minutes/);
  expect(await askCore(page, 'signIn', CLERK)).toMatchObject({ ok: false, error: { kind: 'locked-out' } });
}

/** Types a passphrase and once more into the two fields of whichever form is on the screen. */
async function typeNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.locator('#new-passphrase').focus();
  for (const key of ['Control+A', 'Delete']) await pageKeyboard(page).press(key);
  await pageKeyboard(page).type(passphrase);
  await page.keyboard.press('Tab');
  await pageKeyboard(page).press('Control+A');
  await pageKeyboard(page).type(passphrase);
}

// About 14 s: three keepers. Nine wrong ones are written into the file, for their waiting alone takes ten minutes.
test(
  'the tenth wrong passphrase locks out, also over a killed keeper; a supervisor lets in again',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    await signOut((await kiosk.signedIn()).page);
    await killKeeper(kiosk);
    changeVault(
      kiosk,
      'INSERT INTO wrong_passphrases SELECT identifier, 9, 0 FROM staff WHERE name = ?',
      CLERK.name,
    );
    await kiosk.relaunch();
    const before = await kiosk.shown();
    await waitForScreen(before.page, 'sign-in');
    await typeSignIn(before.page, { name: CLERK.name, passphrase: 'not this one' });
    await expectLockedOut(before.page);
    await expectAccessible(before.page, 'sign-in, locked out');
    await keepPicture(before.page, 'lock-out');

    await killKeeper(kiosk);
    await kiosk.relaunch();
    const { page } = await kiosk.shown();
    await waitForScreen(page, 'sign-in');
    await typeSignIn(page, CLERK);
    await expectLockedOut(page);

    // A lock-out is one name's: the others sign in as ever.
    await typeSignIn(page, SUPERVISOR);
    await waitForScreen(page, 'start');
    await openSection(page, 'staff');
    await expect(page.locator(`[data-member="${CLERK.name}"] [data-locked-out]`)).toContainText('minutes');
    await expectAccessible(page, 'supervisor, staff');
    await keepPicture(page, 'supervisor-staff');
    await press(page, /^Unlock sign-in/);
    await expect(page.locator('[data-done="true"]')).toContainText(`${CLERK.name} can sign in again.`);
    await expect(page.locator('[data-locked-out]')).toHaveCount(0);
    await signOut(page);
    await signInAs(page, CLERK);
  },
);

/** Somebody who was given a passphrase chooses one of their own before anything else. */
async function chooseOwn(page: Page, given: StaffMember, own: string, next: string): Promise<void> {
  await signInAs(page, given, 'change-passphrase');
  expect(await askCore(page, 'startApplication')).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  await pageKeyboard(page).type(given.passphrase);
  await typeNewPassphrase(page, own);
  await pageKeyboard(page).press('Enter');
  await waitForScreen(page, next);
}

// About 14 s: thirteen passphrases are hashed.
test(
  'staff: a new passphrase must be changed, IT sees the ledger only, two supervisors always stay',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await openSection(page, 'staff');

    await press(page, new RegExp(`^Remove….*${SECOND_SUPERVISOR.name}`));
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'supervisor, staff, removing somebody');
    await press(page, 'Remove from staff');
    await expect(page.locator('[data-refusal="last-two-supervisors"]')).toContainText('must stay');
    await keepPicture(page, 'last-two-supervisors');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await press(page, 'Add staff…');
    await page.locator('form[data-act="add-member"]').waitFor();
    await pageKeyboard(page).type(IT_MEMBER.name);
    await page.keyboard.press('Tab');
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
    await expect(page.locator('input[name="role"][value="it"]')).toBeChecked();
    await typeNewPassphrase(page, TEMPORARY);
    await expectAccessible(page, 'supervisor, staff, adding somebody');
    await keepPicture(page, 'add-member');
    await pageKeyboard(page).press('Enter');
    await page.locator('[data-done="true"]').waitFor();

    await press(page, new RegExp(`^New passphrase….*${CLERK.name}`));
    await page.locator('form[data-act="reset-passphrase"]').waitFor();
    await page.keyboard.press('F2');
    const given = {
      name: CLERK.name,
      passphrase: (await page.locator('[data-suggested]').textContent()) ?? '',
    };
    await expectAccessible(page, 'supervisor, staff, a new passphrase');
    await keepPicture(page, 'reset-passphrase');
    await pageKeyboard(page).press('Enter');
    await expect(page.locator('[data-done="true"]')).toContainText('must change it at the next sign-in');
    await expect(page.locator(`[data-member="${CLERK.name}"] [data-must-change]`)).toBeVisible();
    await signOut(page);

    await typeSignIn(page, CLERK);
    await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
    await signInAs(page, given, 'change-passphrase');
    await pageKeyboard(page).type(given.passphrase);
    await typeNewPassphrase(page, given.passphrase);
    await pageKeyboard(page).press('Enter');
    await expect(page.locator('#new-passphrase-note')).toContainText('This is your current passphrase');
    await expectAccessible(page, 'change passphrase, not changed');
    await keepPicture(page, 'change-passphrase');
    await signOut(page);
    const own = { name: CLERK.name, passphrase: 'pelican timber quartz lagoon' };
    await chooseOwn(page, given, own.passphrase, 'start');
    await signOut(page);
    await signInAs(page, own);
    await signOut(page);

    await signInAs(page, SUPERVISOR);
    await openSection(page, 'staff');
    await press(page, new RegExp(`^Remove….*${CLERK.name}`));
    await press(page, 'Remove from staff');
    await expect(page.locator('[data-done="true"]')).toContainText('no longer works at this kiosk');
    await signOut(page);
    await expect(page.getByRole('radio', { name: CLERK.name })).toHaveCount(0);
    expect(await askCore(page, 'signIn', own)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });

    await chooseOwn(page, { ...IT_MEMBER, passphrase: TEMPORARY }, IT_MEMBER.passphrase, 'supervisor');
    await expect(page.locator('[data-tab]')).toHaveCount(5);
    await expect(page.locator('[data-section]')).toHaveAttribute('data-section', 'printer');
    await pageKeyboard(page).press('2');
    await expect(page.locator('[data-section]')).toHaveAttribute('data-section', 'ledger');
    await pageKeyboard(page).press('Escape');
    await waitForScreen(page, 'supervisor');
    await press(page, 'Verify the ledger');
    await page.locator('[data-verdict="valid"]').waitFor();
    await press(page, 'Export as CSV');
    await expect(page.locator('[data-refusal="no-export-folder"]')).toContainText('Nothing was saved');
    await expectAccessible(page, 'ledger as IT staff see it, no folder for exports');
    await keepPicture(page, 'it-staff');
    // The real doctor, on the computer of the tests: whatever it finds there, it tells.
    await pageKeyboard(page).press('5');
    await expect(page.locator('[data-section]')).toHaveAttribute('data-section', 'computer');
    await press(page, 'Check this computer');
    await page.locator('[data-examination="ran"]').waitFor({ timeout: 120_000 });
    await expect(page.locator('table[data-checks] [data-check="clock"]')).toBeVisible();
    await expectAccessible(page, 'what the doctor found, as IT staff see it');
    for (const call of ['startApplication', 'members', 'confirmTray'] as const) {
      expect(await askCore(page, call), call).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    }
    expect((await getState(page)).status.staffNames).toEqual([
      ...[SUPERVISOR.name, SECOND_SUPERVISOR.name, IT_MEMBER.name],
    ]);
  },
);

// About 10 s: seven passphrases are hashed.
test(
  'staff: a third supervisor is confirmed by another one than added them, and approves from then on',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const third = { name: 'Zacharias Inkwell', passphrase: 'pelican timber quartz lagoon' };
    await addColleague(page, third, 'supervisor');
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await openSection(page, 'staff');
    const row = page.locator(`[data-member="${third.name}"]`);
    await expect(row.locator('[data-unconfirmed]')).toContainText('Not confirmed');
    expect((await getState(page)).status.approverNames).toEqual([SECOND_SUPERVISOR.name]);
    await expectAccessible(page, 'supervisor, staff, one is not confirmed');
    await press(page, new RegExp(`^Confirm….*${third.name}`));
    const form = page.locator('form[data-act="confirm-supervisor"]');
    await form.waitFor();
    // Whoever added them is not among those who can, and one other is.
    await expect(form.getByRole('option')).toHaveText([SECOND_SUPERVISOR.name]);
    await expect(page.locator('#approval-passphrase')).toBeFocused();
    await expectAccessible(page, 'supervisor, staff, confirming one');
    await keepPicture(page, 'confirm-supervisor');
    await pageKeyboard(page).type('not this one');
    await pageKeyboard(page).press('Enter');
    await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
    await pageKeyboard(page).type(SECOND_SUPERVISOR.passphrase);
    await pageKeyboard(page).press('Enter');
    await expect(page.locator('[data-entry-made="supervisor-confirmed"]')).toContainText(
      'Supervisor confirmed',
    );
    await expect(row.locator('[data-unconfirmed]')).toHaveCount(0);
    expect((await getState(page)).status.approverNames).toEqual([SECOND_SUPERVISOR.name, third.name]);
  },
);

// About 10 s: two keepers. The lock-out is written into the file, for its waiting alone takes ten minutes.
test(
  'a supervisor who is locked out sets a legal hold at the sign-in screen, and stays locked out',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    await signOut((await kiosk.signedIn()).page);
    await killKeeper(kiosk);
    changeVault(
      kiosk,
      'INSERT INTO wrong_passphrases SELECT identifier, 10, 1e15 FROM staff WHERE name = ?',
      SUPERVISOR.name,
    );
    await kiosk.relaunch();
    const { page } = await kiosk.shown();
    await waitForScreen(page, 'sign-in');
    expect(await askCore(page, 'signIn', SUPERVISOR)).toMatchObject({
      ok: false,
      error: { kind: 'locked-out' },
    });
    await press(page, /^Set legal hold…/);
    const form = page.locator('form[data-act="hold-by-passphrase"]');
    await form.waitFor();
    await expectAccessible(page, 'sign-in, a legal hold by passphrase');
    await keepPicture(page, 'hold-by-passphrase');
    await page.locator('input[name="hold-reason"][value="subpoena"]').focus();
    await pageKeyboard(page).press(' ');
    await page.locator('#approval-name').selectOption(SUPERVISOR.name);
    await page.locator('#approval-passphrase').focus();
    await pageKeyboard(page).type(SUPERVISOR.passphrase);
    await pageKeyboard(page).press('Enter');
    await page.locator('[data-hold-set="true"]').waitFor();
    expect((await getState(page)).status).toMatchObject({ staff: null, holds: [{ scope: 'all' }] });
    expect(await askCore(page, 'signIn', SUPERVISOR)).toMatchObject({
      ok: false,
      error: { kind: 'locked-out' },
    });
  },
);
