import { mkdirSync } from 'node:fs';
import type { Locator, Page, TestInfo } from '@playwright/test';
import {
  CLERK,
  nameCard,
  pageKeyboard,
  SUPERVISOR,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { bringTo, tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { getState, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { ledgerOf, ledgerOfClosedDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { whatScrolls } from '../support/what-scrolls.ts';
import { expect, test } from './fixtures.ts';

/** The banner is in sight at the top, over the whole width, and takes room of its own. */
async function expectPractice(page: Page, where: string): Promise<void> {
  const banner = page.locator('[data-banner="practice"]');
  await expect(banner, where).toContainText('PRACTICE');
  const box = await banner.boundingBox();
  if (box === null) throw new Error(`no banner: ${where}`);
  // Of what scrolls, for a long list may have scrolled to where the keys are.
  const { top } = await whatScrolls(page);
  expect(box.y, where).toBeLessThan(5);
  expect(box.width, where).toBeGreaterThan((page.viewportSize()?.width ?? box.width) * 0.98);
  expect(top, where).toBeGreaterThanOrEqual(box.y + box.height - 1);
}

/** How much of a card's picture is the red of the mark, in percent; null: it is being replaced, or not loaded yet. */
function redOf(picture: Locator): Promise<number | null> {
  return picture.evaluate((image) => {
    if (!(image instanceof HTMLImageElement)) throw new Error('not a picture');
    if (!image.complete || image.naturalWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let red = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === 0xb3 && data[at + 1] === 0x16 && data[at + 2] === 0x1e) red += 1;
    return (400 * red) / data.length;
  });
}

/** Both sides of the card in the preview and in the built-in printer's tray, the mark's share of each. */
async function marksOn(page: Page): Promise<readonly (number | null)[]> {
  const pictures = page.locator('[data-preview="drawn"] img, [aria-labelledby="tray-heading"] img');
  return Promise.all((await pictures.all()).map(redOf));
}

/** Past the keyboard, from wherever it leads to the start screen, and waits until that knows who it is. */
async function comeIn(page: Page, member: typeof CLERK | typeof SUPERVISOR): Promise<void> {
  await tellCore(page, 'signIn', member);
  await waitForStart(page);
  await expect(page.locator('[aria-keyshortcuts="F4"]')).toHaveCount(member === SUPERVISOR ? 1 : 0);
}

/** Somebody invented, and another one each time: until it is a grown-up, who has no caretaker's step. */
async function fillInGrownUp(page: Page): Promise<void> {
  const onward = page.locator('main [data-main="true"]');
  await expect(async () => {
    await pageKeyboard(page).press('F7');
    await expect(onward).toHaveText(/Continue to documents/, { timeout: 1000 });
  }).toPass();
  await expect(page.locator('#answer-name')).not.toHaveValue('');
}

function stickOf(testInfo: TestInfo): string {
  const folder = testInfo.outputPath('stick');
  mkdirSync(folder, { recursive: true });
  return folder;
}

// Two sessions, and five looks at the screen. Whoever signs in does so past the keyboard: it is no matter here.
test('practice: begun by a supervisor, seen on every step and on the card, counted nowhere, ended', async ({
  openKiosk,
}, testInfo) => {
  const exportFolder = stickOf(testInfo);
  const kiosk = await openKiosk({ exportFolder });
  const first = await kiosk.signedIn();
  const { page } = first;
  const keys = pageKeyboard(page);
  await expect(page.locator('[data-banner="practice"]')).toHaveCount(0);
  await comeIn(page, SUPERVISOR);
  const before = await ledgerOf(page, exportFolder);

  await test.step('a supervisor begins it', async () => {
    await openSection(page, 'practice');
    await expectAccessible(page, 'supervisor, practice');
    await press(page, 'Begin practice');
    await page.locator('[data-entry-made="practice-began"]').waitFor();
    await expectPractice(page, 'supervisor');
    await expectAccessible(page, 'practice, supervisor');
    await keys.press('Escape');
    await waitForStart(page);
    await tellCore(page, 'signOut');
    await waitForScreen(page, 'sign-in');
    await expectPractice(page, 'sign-in');
    await comeIn(page, CLERK);
    await expectPractice(page, 'start');
    await expectAccessible(page, 'practice, start');
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await expectPractice(page, 'locked');
    await comeIn(page, CLERK);
  });

  await test.step('an invented person goes all the way, without a camera and without typing', async () => {
    await bringTo('answers', page, WILHELMINA);
    await fillInGrownUp(page);
    await expectPractice(page, 'answers');
    await expectAccessible(page, 'practice, answers');
    await page.getByRole('button', { name: 'Continue to documents' }).focus();
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
    await expectPractice(page, 'documents');
    await tickDocuments(page, keys);
    await waitForScreen(page, 'photo');
    await expectPractice(page, 'photo');
    await expectAccessible(page, 'practice, photo');
    await keys.press('F7');
    await waitForReadBack(page);
    await expectPractice(page, 'check');
    await keys.press('Enter');
    await waitForScreen(page, 'hand-over');
    await expectPractice(page, 'hand-over');
    await keepPicture(page, 'practice-hand-over');
    const marked = async () => (await marksOn(page)).map((share) => share !== null && share > 5);
    await expect.poll(marked).toEqual([true, true, true, true]);
    expect((await openApplication(page)).cardNumber).toMatch(/^VOID [0-9A-Z]{4}$/);
    await nameCard(page, keys);
    await keys.press('F12');
  });

  const second = await nextStart(kiosk, first);
  await test.step('nothing is counted; the ledger has that practice began and ended', async () => {
    await expectPractice(second.page, 'start after a card');
    await expect(second.page.locator('[data-count="none"]')).toContainText('Practice isn’t counted.');
    await expect(second.page.locator('[data-count="issued"]')).toHaveCount(0);
    expect((await getState(second.page)).status.counts).toEqual({ issued: 0, spoiled: 0, wiped: 0 });
    await comeIn(second.page, SUPERVISOR);
    await openSection(second.page, 'practice');
    await press(second.page, 'End practice');
    await second.page.locator('[data-entry-made="practice-ended"]').waitFor();
    await expect(second.page.locator('[data-banner="practice"]')).toHaveCount(0);
    const after = await ledgerOf(second.page, exportFolder);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ kind }) => kind)).toEqual(['practice-began', 'practice-ended']);
  });
});

// Two sessions. That a card after practice counts is in electron/keeper/practice as well.
test(
  'practice: usable with the largest text; the first card after it is one',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const exportFolder = stickOf(testInfo);
    const kiosk = await openKiosk({ exportFolder });
    const first = await kiosk.signedIn();
    const { page } = first;
    await comeIn(page, SUPERVISOR);
    await tellCore(page, 'beginPractice');
    await page.locator('[data-banner="practice"]').waitFor();
    await expectUsableAtDoubleText(page, 'practice, start', 'Start');
    await tellCore(page, 'endPractice');
    await expect(page.locator('[data-banner="practice"]')).toHaveCount(0);
    await bringTo('named', page, WILHELMINA);
    expect((await openApplication(page)).cardNumber).not.toContain('VOID');
    await expect.poll(() => marksOn(page)).toEqual([0, 0, 0, 0]);
    await pageKeyboard(page).press('F12');
    const second = await nextStart(kiosk, first);
    await expect(second.page.locator('[data-count="issued"]')).toHaveText('1');
    const kinds = (await ledgerOfClosedDay(second.page, exportFolder)).map(({ kind }) => kind);
    const since = kinds.slice(kinds.indexOf('practice-ended') + 1);
    expect(since).toEqual(expect.arrayContaining(['handoff', 'erased']));
  },
);
