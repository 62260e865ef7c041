import type { Page } from '@playwright/test';
import { CLERK, FIRST_STAFF, pageKeyboard, SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** Six ways in which a field for a card's characters can be filled in wrongly. */
const NOT_A_CARD = ['2222', 'K7Q2 9MXT 6K', '7'.repeat(500), '😀', 'A\u202EB', 'AB\0C', '<script>'];

async function noteOf(page: Page, id: string): Promise<string> {
  const note = await page.locator(`#${id}`).getAttribute('aria-describedby');
  return (await page.locator(`#${note}`).textContent()) ?? '';
}

// About 3 s.
test('the first run: every field empty, too long or don’t match is told at the field, and nothing is set up', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.shown();
  await waitForScreen(page, 'set-up');
  await pageKeyboard(page).press('Enter');
  const people = ['supervisor', 'second', 'clerk'];
  const fields = ['kioskName', ...people.flatMap((who) => [`${who}Name`, `${who}Passphrase`])];
  for (const field of fields) expect(await noteOf(page, `set-up-${field}`), field).toMatch(/Fill this in/);

  const values: readonly (readonly [field: string, typed: string, says: RegExp])[] = [
    ['kioskName', 'K'.repeat(500), /Use 60 letters or fewer/],
    ['supervisorName', 'S'.repeat(500), /Use 60 letters or fewer/],
    ['supervisorPassphrase', 'short', /easy to guess/],
    ['supervisorAgain', 'something else', /don’t match/],
    ['secondName', 'S'.repeat(400), /Use 60 letters or fewer/],
    ['secondPassphrase', 'short', /easy to guess/],
    ['secondAgain', 'something else', /don’t match/],
    ['clerkName', 'C'.repeat(500), /Use 60 letters or fewer/],
    ['clerkPassphrase', 'p'.repeat(500), /Use 200 characters or fewer/],
    ['clerkAgain', 'something else', /don’t match/],
  ];
  for (const [field, typed, says] of values) {
    await page.locator(`#set-up-${field}`).focus();
    await page.keyboard.insertText(typed);
    await pageKeyboard(page).press('Enter');
    // How strong a passphrase is, the core says a moment later.
    await expect.poll(() => noteOf(page, `set-up-${field}`), { message: field }).toMatch(says);
    expect(await page.locator(`#set-up-${field}`).inputValue()).toBe(typed);
  }
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'set-up');
  const tooLong = { kioskName: 'K'.repeat(500), ...FIRST_STAFF };
  expect(await askCore(page, 'setUp', tooLong)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  const sameName = { kioskName: 'Desk', ...FIRST_STAFF, clerk: { ...CLERK, name: SUPERVISOR.name } };
  expect(await askCore(page, 'setUp', sameName)).toMatchObject({ ok: false, error: { kind: 'name-taken' } });
  expect((await getState(page)).status.setUp).toBe(false);
});

// About 3 s: each wrong passphrase costs an Argon2id.
test(
  'signing in: a wrong or absurd passphrase is told at the field, and after three of them the next one waits',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await pageKeyboard(page).press('Enter');
    await waitForScreen(page, 'sign-in');
    await page.locator('#passphrase').focus();
    // Watched for in the page from now on: it is a wait of five seconds, and counts down.
    const toldHowLong = page.waitForFunction(() =>
      /^You can try again in [1-5] seconds?\.$/.test(
        document.querySelector('[role="timer"]')?.textContent ?? '',
      ),
    );
    for (const typed of ['wrong passphrase', '😀\u202E\0', '7'.repeat(500)]) {
      await page.keyboard.insertText(typed);
      await pageKeyboard(page).press('Enter');
      await page.locator('#passphrase[aria-invalid="true"]').waitFor();
      expect(await noteOf(page, 'passphrase')).toMatch(/don’t match/);
      await expect(page.locator('#passphrase')).toHaveValue('');
    }
    expect(await askCore(page, 'signIn', CLERK)).toMatchObject({
      ok: false,
      error: { kind: 'too-many-attempts' },
    });
    // How long is told once, beside the button.
    await toldHowLong;
    expect(await noteOf(page, 'passphrase')).not.toMatch(/\d/);
    expect(await askCore(page, 'startApplication')).toMatchObject({
      ok: false,
      error: { kind: 'not-allowed' },
    });
  },
);

// About 4 s.
test(
  'a card that is none: told at the field on the start screen and at the hand-over, kept as typed',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    for (const typed of NOT_A_CARD) {
      await page.locator('#find-card').focus();
      await pageKeyboard(page).press('Control+A');
      await page.keyboard.insertText(typed);
      await pageKeyboard(page).press('Enter');
      // Part of a number is no mistake yet: only the note says so.
      await expect
        .poll(() => noteOf(page, 'find-card'), typed)
        .toMatch(/No open application|isn’t right|Keep going|can’t be saved/);
      expect(await page.locator('#find-card').inputValue()).toBe(typed);
      await expect(page.locator('main')).toHaveAttribute('data-screen', 'start');
    }
    await page.getByRole('button', { name: 'Start', exact: true }).focus();
    await bringTo('hand-over', page, TEODORO);
    for (const typed of NOT_A_CARD) {
      await page.locator('#card-characters').focus();
      await pageKeyboard(page).press('Control+A');
      await page.keyboard.insertText(typed);
      await pageKeyboard(page).press('Enter');
      await expect
        .poll(() => noteOf(page, 'card-characters'), typed)
        .toMatch(/isn’t the card for this application|isn’t right|Keep going/);
      expect(await page.locator('#card-characters').inputValue()).toBe(typed);
      await expect(page.locator('[data-enabled="false"]')).toBeVisible();
    }
  },
);
