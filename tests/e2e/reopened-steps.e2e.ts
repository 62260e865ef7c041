import { SUPERVISOR, waitForReadBack, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { keptAnswers, openApplication } from '../support/kiosk/core-calls.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { typeSignIn } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 6 s.
// The same steps are opened once more in tests/parts (clerk-steps.parts.ts).
test(
  'one letter is fixed from the read-back: a key opens the step, and Enter or Esc lead straight back',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('check', page, TEODORO);
    await keys.press('Alt+1');
    await waitForScreen(page, 'answers');
    await page.locator('#answer-name:focus').waitFor();
    await keys.press('End');
    await keys.type('s');
    await expectAccessible(page, 'answers, opened once more');
    await keepPicture(page, 'answers-reopened');
    await keys.press('Enter');
    await waitForReadBack(page);
    await expect(page.locator('[data-read-back="name"]')).toHaveText(`${TEODORO.name}s`);
    expect((await openApplication(page)).state).toBe('photographed');

    await keys.press('Alt+2');
    await waitForScreen(page, 'documents');
    await keys.press('Escape');
    await waitForScreen(page, 'check');
    await page.getByRole('button', { name: /Card details/ }).click();
    await waitForScreen(page, 'answers');
    await page.locator('#answer-name:focus').waitFor();
    await keys.press('End');
    await keys.press('Backspace');
    await expect.poll(async () => (await keptAnswers(page)).name).toBe(TEODORO.name);
    await keys.press('Escape');
    await waitForReadBack(page);
    await expect(page.locator('[data-read-back="name"]')).toHaveText(TEODORO.name);
    // A step that nobody has come to is no button, and its key opens nothing.
    await expect(page.getByRole('navigation').getByRole('button')).toHaveCount(3);
    await keys.press('Alt+6');
    await waitForScreen(page, 'check');
  },
);

// About 5 s.
test('a step that lacks something is not passed on the way back', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('check', page, TEODORO);
  await keys.press('Alt+2');
  await waitForScreen(page, 'documents');
  await keys.type('passp');
  await keys.press(' ');
  await expect.poll(async () => (await keptAnswers(page)).documents).toHaveLength(1);
  await keys.press('Alt+1');
  await waitForScreen(page, 'answers');
  await keys.press('Enter');
  await waitForScreen(page, 'documents');
  expect((await openApplication(page)).state).toBe('draft');
});

// About 5 s.
test(
  'the lock takes no step away, nor the way back to the read-back: whoever unlocks is where the work was left',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('check', page, TEODORO);
    await keys.press('Alt+2');
    await waitForScreen(page, 'documents');
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await typeSignIn(page, SUPERVISOR);
    await waitForScreen(page, 'documents');
    await page.locator('[data-document]:focus').waitFor();
    await keys.press('Escape');
    await waitForReadBack(page);

    // By its own key, to change one letter; and Enter, which would otherwise go on to the documents.
    await keys.press('1');
    await waitForScreen(page, 'answers');
    await page.locator('#answer-name:focus').waitFor();
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await typeSignIn(page, SUPERVISOR);
    await waitForScreen(page, 'answers');
    await page.locator('main :is(input, select):focus').waitFor();
    await keys.press('Enter');
    await waitForReadBack(page);
  },
);

// About 6 s.
test(
  'each line of the read-back has a key that opens its own answer, and the way leads straight back',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('check', page, WILHELMINA);
    await expectAccessible(page, 'the read-back with a way to change each line');
    await keepPicture(page, 'read-back-change');
    const lines = page.locator('[data-read-back]');
    await expect(lines).toHaveCount(6);
    await keys.press('2');
    await waitForScreen(page, 'answers');
    await page.locator('#answer-birthMonth:focus').waitFor();
    await keys.type('04');
    await keys.press('Enter');
    await waitForReadBack(page);
    await expect(page.locator('[data-read-back="birth-date"]')).toContainText('April 14, 1990');
    await page.getByRole('button', { name: 'Change Library number' }).click();
    await waitForScreen(page, 'answers');
    await page.locator('#answer-libraryNumber:focus').waitFor();
    await keys.press('Escape');
    await waitForReadBack(page);
    expect((await openApplication(page)).state).toBe('photographed');
  },
);
