import type { Page } from '@playwright/test';
import { CLERK, pageKeyboard, SUPERVISOR, waitForScreen } from '../../../build/kiosk/clerk.ts';
import { keyOf, type Section, sectionsFor } from '../../../renderer/supervisor/sections.ts';
import type { ApprovableAct } from '../../../shared/contract/staff/approved-act.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { getState, tellCore } from './core-calls.ts';

/** Somebody who works at the kiosk, as they sign in. */
export interface StaffMember {
  readonly name: string;
  readonly passphrase: string;
}

/** An invented colleague beside the first staff; the passphrase is what they chose themselves. */
export const IT_MEMBER = {
  name: 'Quentin Umberfield',
  passphrase: 'gravel dolphin pencil umbrella',
} as const satisfies StaffMember;

/** Presses a button by keyboard: the focus goes there, then Enter. */
export async function press(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).focus();
  await pageKeyboard(page).press('Enter');
}

/** Chooses the name by the arrow keys, types the passphrase, presses Enter. What comes of it, the caller looks at. */
export async function typeSignIn(page: Page, { name, passphrase }: StaffMember): Promise<void> {
  const { staffNames } = (await getState(page)).status;
  const chosen = page.getByRole('radio', { checked: true });
  await chosen.focus();
  for (let moves = 0; moves < staffNames.length; moves += 1) {
    if ((await page.getByRole('radio', { name, exact: true, checked: true }).count()) === 1) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
  await pageKeyboard(page).type(passphrase);
  await pageKeyboard(page).press('Enter');
}

/** Signs somebody in who is let in, and waits for the screen that they see first. */
export async function signInAs(page: Page, member: StaffMember, screen = 'start'): Promise<void> {
  await waitForScreen(page, 'sign-in');
  await typeSignIn(page, member);
  await waitForScreen(page, screen);
}

/** By the button of the screen at hand. */
export async function signOut(page: Page): Promise<void> {
  await press(page, /^Sign out/);
  await waitForScreen(page, 'sign-in');
}

/** From the start screen into a section of the supervisor's area, by its keys. */
export async function openSection(page: Page, section: Section): Promise<void> {
  const keys = pageKeyboard(page);
  await keys.press('F4');
  await waitForScreen(page, 'supervisor');
  await page.locator('[data-section]').waitFor();
  await keys.press(keyOf(section, sectionsFor('supervisor')));
  await page.locator(`[data-section="${section}"]`).waitFor();
}

/** Signs a supervisor in for one act, in the dialog that lies over the screen. */
export async function approve(
  page: Page,
  act: ApprovableAct,
  { name, passphrase }: StaffMember,
): Promise<void> {
  await page.locator(`form[data-approval="${act}"]`).waitFor();
  await page.locator('#approval-name').focus();
  await pageKeyboard(page).type(name.slice(0, 3));
  await page.keyboard.press('Tab');
  await pageKeyboard(page).type(passphrase);
  await pageKeyboard(page).press('Enter');
}

/** Past the keyboard: somebody more, who has chosen a passphrase already. The clerk is signed in afterwards. */
export async function addColleague(page: Page, member: StaffMember, role: StaffRole): Promise<void> {
  const temporary = 'walnut glacier saddle comet';
  await tellCore(page, 'signIn', SUPERVISOR);
  const { name, passphrase } = member;
  await tellCore(page, 'addMember', { name, role, passphrase: temporary });
  await tellCore(page, 'signIn', { name, passphrase: temporary });
  await tellCore(page, 'changePassphrase', { present: temporary, next: passphrase });
  await tellCore(page, 'signIn', CLERK);
  await waitForScreen(page, 'start');
}
