import type { Page } from '@playwright/test';
import { pageKeyboard, SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState, keptAnswers } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { typeSignIn } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** All that somebody finds in the page: its markup, its title, and what stands in its fields. */
async function everythingInPage(page: Page): Promise<string> {
  const fields = await page.evaluate(() =>
    [...document.querySelectorAll('input, textarea, select')].map((field) =>
      String(Reflect.get(field, 'value')),
    ),
  );
  return [await page.content(), await page.title(), ...fields].join('\n');
}

// About 6 s.
test('F10 in the middle of a word: nothing of the person is in the page, and a colleague goes on with it', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('answers', page, WILHELMINA);
  await keys.type('Wilhelmina Feath');
  // The positive control: the search sees what was typed where it is.
  expect(await everythingInPage(page)).toContain('Wilhelmina');
  await keys.type('ers');
  await keys.press('F10');
  await waitForScreen(page, 'screen-locked');
  await expect(page.locator('[data-ticket="1"]')).toContainText('as it was typed');
  expect(await everythingInPage(page)).not.toMatch(/Wilhelmina|Feath/);
  await expect(page.locator('img')).toHaveCount(0);
  await expectAccessible(page, 'screen locked');
  await keepPicture(page, 'screen-locked');
  for (const call of ['putAside', 'confirmDocuments', 'photo'] as const) {
    expect(await askCore(page, call), call).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  }

  await keys.type('not the passphrase');
  await keys.press('Enter');
  await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
  await typeSignIn(page, SUPERVISOR);
  await waitForScreen(page, 'answers');
  expect((await getState(page)).status.staff?.name).toBe(SUPERVISOR.name);
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina Feathers');
  await page.locator('#answer-name').focus();
  await pageKeyboard(page).press('End');
  await keys.type('tone');
  await expect.poll(async () => (await keptAnswers(page)).name).toBe('Wilhelmina Featherstone');
});

// About 5 s.
test(
  'kill -9 behind the lock: the screen that takes its place still says what is open, and opens it',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const keys = await bringTo('answers', session.page, WILHELMINA);
    await keys.type('Wilhelmina Feathers');
    await expect.poll(async () => (await keptAnswers(session.page)).name).toBe('Wilhelmina Feathers');
    await keys.press('F10');
    await waitForScreen(session.page, 'screen-locked');
    process.kill(session.pid, 'SIGKILL');
    const { page } = await kiosk.shown(session);
    await waitForScreen(page, 'screen-locked');
    await expect(page.locator('[data-ticket="1"]')).toContainText('as it was typed');
    await typeSignIn(page, SUPERVISOR);
    await waitForScreen(page, 'answers');
    await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina Feathers');
  },
);

// About 5 s.
test(
  'the lock says what is in progress beside this screen, and a click beside "Start" leaves its key enabled',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const first = await kiosk.signedIn();
    const keys = await bringTo('answers', first.page, WILHELMINA);
    await keys.press('F6');
    const { page } = await kiosk.shown(first);
    await waitForScreen(page, 'start');
    await pageKeyboard(page).press('F10');
    await waitForScreen(page, 'screen-locked');
    await expect(page.locator('[data-others="1"]')).toContainText('1 other application is in progress');
    await typeSignIn(page, SUPERVISOR);
    await waitForScreen(page, 'start');
    await expect(page.getByRole('button', { name: /^Start/ })).toBeFocused();
    await page.mouse.click(5, 400);
    await pageKeyboard(page).press('Enter');
    await waitForScreen(page, 'answers');
  },
);
