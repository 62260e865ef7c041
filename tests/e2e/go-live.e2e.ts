import type { Page } from '@playwright/test';
import {
  CLERK,
  FIRST_STAFF,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

/** The four words that the kiosk has just suggested, as they are shown to be written down. */
async function suggestedWords(page: Page, index: number): Promise<string> {
  const words = (await page.locator('[data-suggested]').nth(index).textContent()) ?? '';
  expect(words).toMatch(/^[a-z]+( [a-z]+){3}$/);
  return words;
}

async function mayStart(page: Page): Promise<unknown> {
  return askCore(page, 'startApplication');
}

// About 8 s: one kiosk; four looks with axe.
test('the first run: a weak passphrase is told, the kiosk suggests words, and nobody begins before go-live', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.shown();
  const keys = pageKeyboard(page);
  await waitForScreen(page, 'set-up');
  const weak = 'tidewater1';
  const names = [SUPERVISOR.name, weak, weak, SECOND_SUPERVISOR.name, '', '', CLERK.name];
  for (const text of ['City Hall, desk 2', ...names]) {
    if (text !== '') await keys.type(text);
    await keys.press('Tab');
  }
  await expect(page.locator('#set-up-supervisorPassphrase-note')).toContainText('easy to guess');
  await expect(page.locator('#set-up-supervisorPassphrase')).toHaveAttribute('aria-invalid', 'true');
  await keys.press('F2');
  const supervisor = { name: SUPERVISOR.name, passphrase: await suggestedWords(page, 0) };
  await keys.press('F3');
  await expect(page.locator('[data-suggested]')).toHaveCount(2);
  await keys.press('F4');
  await expect(page.locator('[data-suggested]')).toHaveCount(3);
  const clerk = { name: CLERK.name, passphrase: await suggestedWords(page, 2) };
  expect(clerk.passphrase).not.toBe(supervisor.passphrase);
  await expect(page.locator('#set-up-supervisorPassphrase')).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByText('Write these words down now').last()).toBeInViewport({ ratio: 0.95 });
  await expectAccessible(page, 'set-up, words suggested');
  await keepPicture(page, 'set-up');
  await keys.press('Enter');

  await waitForScreen(page, 'go-live');
  // Nothing is chosen beforehand, and Enter by habit decides nothing.
  await keys.press('Enter');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await mayStart(page)).toMatchObject({ ok: false, error: { kind: 'custody-undecided' } });
  expect((await getState(page)).status).toMatchObject({ custody: null, intake: { kind: 'undecided' } });
  await signOut(page);

  await signInAs(page, clerk, 'not-live');
  await expectAccessible(page, 'not live');
  await keepPicture(page, 'not-live');
  expect(await mayStart(page)).toMatchObject({ ok: false, error: { kind: 'custody-undecided' } });
  expect(await askCore(page, 'decideCustody', { custody: 'memory', inSpiteOf: [] })).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  await keys.press('Enter');

  await signInAs(page, supervisor, 'go-live');
  await keys.press('2');
  await expect(page.getByRole('radio', { checked: true })).toHaveAttribute('value', 'sealed');
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await expectAccessible(page, 'go-live, sealed chosen');
  await keepPicture(page, 'go-live');
  await keys.press('Enter');

  await waitForScreen(page, 'recovery-decision');
  // Nothing is chosen beforehand here either; the kiosk is live already, whatever becomes of this.
  await keys.press('Enter');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  expect((await getState(page)).status).toMatchObject({
    custody: 'sealed',
    recovery: { kind: 'undecided' },
  });
  await expectAccessible(page, 'recovery codes, nothing chosen');
  await keys.press('2');
  await expect(page.getByText('set up from scratch')).toBeVisible();
  await expectAccessible(page, 'recovery codes, none');
  await keepPicture(page, 'recovery-decision');
  await keys.press('Enter');
  await page.locator('[data-news="live"]').waitFor();
  await expectAccessible(page, 'sign-in, just live');

  await signInAs(page, clerk);
  expect((await getState(page)).status).toMatchObject({
    ...{ custody: 'sealed', intake: { kind: 'open' } },
    recovery: { kind: 'none' },
  });
  await press(page, 'Start');
  await waitForScreen(page, 'answers');
});

// About 4 s: one kiosk.
test('where the settings decide where keys are kept, nobody is asked', async ({ openKiosk }) => {
  const kiosk = await openKiosk({ preset: { custody: 'memory' } });
  const { page } = await kiosk.shown();
  const keys = pageKeyboard(page);
  await waitForScreen(page, 'set-up');
  await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
  await waitForScreen(page, 'go-live');
  await expect(page.locator('[data-preset-custody="memory"]')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  const goLive = page.getByRole('button', { name: 'Go live' });
  await expect(goLive).toBeFocused();
  await expect(goLive).not.toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page, 'go-live, decided in the settings');
  await keys.press('Enter');
  await waitForScreen(page, 'recovery-decision');
  expect((await getState(page)).status).toMatchObject({ custody: 'memory' });
});
