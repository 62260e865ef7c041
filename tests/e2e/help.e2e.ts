import { pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 7 s.
test('F1 says what each screen wants and whom to call, takes no key from the work, and goes with its screen', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = pageKeyboard(page);
  const help = page.locator('[data-help]');
  await keys.press('F1');
  await expect(page.locator('[data-help="start"]')).toContainText('call your supervisor');
  await expect(page.locator('[data-clock]')).toHaveText(/^\d{1,2}:\d\d\s[AP]M$/);
  await expectAccessible(page, 'start, with help');
  await bringTo('answers', page, TEODORO);
  await expect(help).toHaveCount(0);
  await keys.press('F1');
  await expect(page.locator('[data-help="answers"]')).toContainText('Hold a letter');
  await keepPicture(page, 'help-answers');
  // What is typed goes where it went before.
  await keys.type(TEODORO.name);
  await expect(page.locator('#answer-name')).toHaveValue(TEODORO.name);
  await keys.press('F1');
  await expect(help).toHaveCount(0);
  await expect(page.locator('#answer-name')).toBeFocused();
  await waitForScreen(page, 'answers');
  expect((await openApplication(page)).state).toBe('draft');
});

// About 3 s.
test('Caps Lock is told where a passphrase is typed', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await pageKeyboard(page).press('F10');
  await waitForScreen(page, 'screen-locked');
  const note = page.locator('#passphrase-note');
  await expect(note).not.toContainText('Caps Lock');
  await page.locator('#passphrase').focus();
  // A key as the system sends it while Caps Lock is on; the debugging port has no such lock of its own.
  await page.locator('#passphrase').evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'V', bubbles: true, modifierCapsLock: true }));
  });
  await expect(note).toHaveText('Caps Lock is on.');
  await page.locator('#passphrase').evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keyup', { key: 'v', bubbles: true, modifierCapsLock: false }));
  });
  await expect(note).not.toContainText('Caps Lock');
});

test(
  'F7 shows what was typed as a passphrase, and whoever leaves the field leaves dots',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await signOut(page);
    const field = page.locator('#passphrase');
    await field.focus();
    await page.keyboard.type('velvet');
    await expect(field).toHaveAttribute('type', 'password');
    await pageKeyboard(page).press('F7');
    await expect(field).toHaveAttribute('type', 'text');
    await expectAccessible(page, 'sign-in, the passphrase is shown');
    await keepPicture(page, 'sign-in-passphrase-shown');
    await page.keyboard.type(' anchor');
    await expect(field).toHaveValue('velvet anchor');
    await pageKeyboard(page).press('F7');
    await expect(field).toHaveAttribute('type', 'password');
    await pageKeyboard(page).press('F7');
    await page.keyboard.press('Tab');
    await expect(field).not.toBeFocused();
    await expect(field).toHaveAttribute('type', 'password');
  },
);
