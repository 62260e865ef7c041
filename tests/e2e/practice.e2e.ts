import { mkdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
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
import { getState, openApplication } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

/** The banner is in sight at the top, over the whole width, and takes room of its own. */
async function expectPractice(page: Page, where: string): Promise<void> {
  const banner = page.locator('[data-banner="practice"]');
  await expect(banner, where).toContainText('PRACTICE');
  const box = await banner.boundingBox();
  if (box === null) throw new Error(`no banner: ${where}`);
  // Of what scrolls, for a long list may have scrolled to where the keys are.
  const below = await page.locator('main').evaluate((main) => {
    let at: Element | null = main;
    while (at !== null && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    return (at ?? main).getBoundingClientRect().top;
  });
  expect(box.y, where).toBeLessThan(5);
  expect(box.width, where).toBeGreaterThan((page.viewportSize()?.width ?? box.width) * 0.98);
  expect(below, where).toBeGreaterThanOrEqual(box.y + box.height - 1);
  await keepPicture(page, `practice-${where.replaceAll(' ', '-')}`);
}

/** How much of a card's picture is the red of the mark, in percent. */
function redOf(picture: Locator): Promise<number> {
  return picture.evaluate((image) => {
    if (!(image instanceof HTMLImageElement)) throw new Error('not a picture');
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
async function marksOn(page: Page): Promise<readonly number[]> {
  const pictures = page.locator('[data-preview="drawn"] img, [aria-labelledby="tray-heading"] img');
  await expect(pictures).toHaveCount(4);
  return Promise.all((await pictures.all()).map(redOf));
}

// About 15 s: three sessions, and five looks at the screen.
test('practice: begun by a supervisor, seen on every screen and card, counted nowhere, ended', async ({
  openKiosk,
}, testInfo) => {
  const exportFolder = testInfo.outputPath('stick');
  mkdirSync(exportFolder, { recursive: true });
  const kiosk = await openKiosk({ exportFolder });
  const first = await kiosk.signedIn();
  const { page } = first;
  const keys = pageKeyboard(page);
  await expect(page.locator('[data-banner="practice"]')).toHaveCount(0);
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  const before = await ledgerOf(page, exportFolder);

  await test.step('a supervisor begins it', async () => {
    await openSection(page, 'practice');
    await expectAccessible(page, 'supervisor, practice');
    await press(page, 'Begin practice');
    await page.locator('[data-entry-made="practice-began"]').waitFor();
    await expectPractice(page, 'supervisor');
    await expectAccessible(page, 'practice, supervisor');
    await keys.press('Escape');
    await waitForScreen(page, 'start');
    await signOut(page);
    await expectPractice(page, 'sign-in');
    await signInAs(page, CLERK);
    await expectPractice(page, 'start');
    await expectAccessible(page, 'practice, start');
    await expectUsableAtDoubleText(page, 'practice, start', 'Start');
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await expectPractice(page, 'locked');
    await page.keyboard.type(CLERK.passphrase);
    await keys.press('Enter');
    await waitForStart(page);
  });

  await test.step('an invented person goes all the way, without a camera and without typing', async () => {
    await bringTo('answers', page, WILHELMINA);
    // Another one each time: until it is a grown-up, who has no caretaker's step.
    const onward = page.locator('main [data-main="true"]');
    await expect(async () => {
      await keys.press('F7');
      await expect(onward).toHaveText(/Continue to documents/, { timeout: 1000 });
    }).toPass();
    await expect(page.locator('#answer-name')).not.toHaveValue('');
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
    for (const share of await marksOn(page)) expect(share).toBeGreaterThan(5);
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
    await signOut(second.page);
    await signInAs(second.page, SUPERVISOR);
    await openSection(second.page, 'practice');
    await press(second.page, 'End practice');
    await second.page.locator('[data-entry-made="practice-ended"]').waitFor();
    await expect(second.page.locator('[data-banner="practice"]')).toHaveCount(0);
    const after = await ledgerOf(second.page, exportFolder);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ kind }) => kind)).toEqual(['practice-began', 'practice-ended']);
  });

  await test.step('the next card is one, and counts', async () => {
    await pageKeyboard(second.page).press('Escape');
    await waitForStart(second.page);
    await bringTo('named', second.page, WILHELMINA);
    expect((await openApplication(second.page)).cardNumber).not.toContain('VOID');
    expect(await marksOn(second.page)).toEqual([0, 0, 0, 0]);
    await pageKeyboard(second.page).press('F12');
    const third = await nextStart(kiosk, second);
    await expect(third.page.locator('[data-count="issued"]')).toHaveText('1');
    const kinds = (await ledgerOf(third.page, exportFolder)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['issued', 'wiped']);
  });
});
