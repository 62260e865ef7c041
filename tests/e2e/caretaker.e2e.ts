import type { Page } from '@playwright/test';
import {
  answer,
  CLERK,
  type ClerkKeyboard,
  nameCard,
  pageKeyboard,
  type TypedApplication,
  takePhoto,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { keptAnswers, openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press, typeSignIn } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** Nine years old, or eight before the birthday of this year. */
const ORIANA: TypedApplication = {
  name: 'Oriana Quillfeather',
  birthDay: '05',
  birthMonth: '06',
  birthYear: String(new Date().getFullYear() - 9),
};
const CASIMIR: TypedApplication = { ...ORIANA, name: 'Casimir Quillfeather', birthDay: '17' };

const CARETAKER = ['identity', 'residency', 'relationship'].map((check) => `parent-or-guardian/${check}`);

async function bringToCaretaker(page: Page, child: TypedApplication): Promise<ClerkKeyboard> {
  const keys = pageKeyboard(page);
  await waitForStart(page);
  await keys.press('Enter');
  await answer(page, keys, child);
  await waitForScreen(page, 'caretaker');
  return keys;
}

/** Down the boxes by the keyboard alone. */
async function tickAll(page: Page, keys: ClerkKeyboard): Promise<void> {
  await page.locator(`[data-document="${CARETAKER[0]}"]:focus`).waitFor();
  for (const key of [' ', 'ArrowDown', ' ', 'ArrowDown', ' ']) await keys.press(key);
  await expect.poll(async () => (await keptAnswers(page)).documents).toEqual(CARETAKER);
}

// About 9 s.
test('a child comes with a caretaker: a step of its own, by keyboard, from start to card', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  const keys = await bringToCaretaker(page, ORIANA);
  await expect(page.getByRole('navigation').getByRole('listitem')).toHaveCount(7);
  await expect(page.locator('[data-caretaker-needed="true"]')).toBeVisible();
  await expectAccessible(page, 'the caretaker’s step');
  await keepPicture(page, 'caretaker');
  // Nobody came along: the documents say what is missing, and where.
  await keys.press('Enter');
  await waitForScreen(page, 'documents');
  await expect(page.locator('[data-document^="parent-or-guardian"]')).toHaveCount(0);
  await keys.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Alt+2' })).toBeVisible();
  await expectAccessible(page, 'documents that need the caretaker');
  await keepPicture(page, 'caretaker-missing');
  await keys.press('Alt+2');
  await waitForScreen(page, 'caretaker');
  await tickAll(page, keys);
  await keys.press('Enter');
  await waitForScreen(page, 'documents');
  await expect(page.locator('[data-proven="true"]')).toHaveCount(2);
  await expect(page.locator('[data-caretaker-step]')).toHaveCount(0);
  await keys.type('birth');
  await keys.press(' ');
  await page.locator('[data-satisfied="true"]').waitFor();
  await keys.press('Enter');
  await takePhoto(page, keys);
  await keys.press('Enter');
  await nameCard(page);
  await keys.press('F12');
  await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
});

// About 10 s.
test(
  'a family in a row: what a caretaker showed for one child is not there for the next',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const first = await kiosk.signedIn();
    const keys = await bringToCaretaker(first.page, ORIANA);
    await tickAll(first.page, keys);
    await keys.press('F6');
    const second = await kiosk.shown(first);
    await bringToCaretaker(second.page, CASIMIR);
    await expect(second.page.locator('[data-document]:checked')).toHaveCount(0);
    await expect.poll(() => keptAnswers(second.page)).toMatchObject({ name: CASIMIR.name, documents: [] });
    await pageKeyboard(second.page).press('F6');
    // The positive control: the first child's are still there.
    const third = await kiosk.shown(second);
    await waitForStart(third.page);
    await press(third.page, 'Open ticket 1');
    await waitForScreen(third.page, 'answers');
    await pageKeyboard(third.page).press('Enter');
    await waitForScreen(third.page, 'caretaker');
    await expect(third.page.locator('[data-document]:checked')).toHaveCount(3);
    expect((await keptAnswers(third.page)).documents).toEqual(CARETAKER);
  },
);

// About 10 s.
test(
  'the caretaker’s step is covered, locked and opened once more like every other',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringToCaretaker(page, ORIANA);
    await keys.press('F1');
    await expect(page.getByRole('region', { name: 'Help' })).toContainText('nothing else about this adult');
    await keys.press('F1');
    await keys.press('F9');
    await expect(page.getByText('Covered. Press F9 to continue.')).toBeVisible();
    await expect(page.locator(`[data-document="${CARETAKER[0]}"]`)).toBeHidden();
    await keys.press('F9');
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await typeSignIn(page, CLERK);
    await waitForScreen(page, 'caretaker');
    await tickAll(page, keys);
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
    await keys.press('Escape');
    await waitForScreen(page, 'caretaker');
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
    await keys.type('birth');
    await keys.press(' ');
    await page.locator('[data-satisfied="true"]').waitFor();
    await keys.press('Enter');
    await takePhoto(page, keys);
    // Opened once more from the read-back, unchanged: straight back.
    await keys.press('Alt+2');
    await waitForScreen(page, 'caretaker');
    await keys.press('Enter');
    await waitForReadBack(page);
    // Changed: the documents tell what is missing.
    await keys.press('Alt+2');
    await waitForScreen(page, 'caretaker');
    await page.locator(`[data-document="${CARETAKER[0]}"]:focus`).waitFor();
    await keys.press(' ');
    await expect.poll(async () => (await keptAnswers(page)).documents).not.toContain(CARETAKER[0]);
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
    expect((await openApplication(page)).state).toBe('draft');
  },
);

// About 4 s.
test('an adult has no such step', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await bringTo('documents', page, TEODORO);
  await expect(page.getByRole('navigation').getByRole('listitem')).toHaveCount(6);
});
