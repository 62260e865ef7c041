import type { Page } from '@playwright/test';
import { nameCard, takePhoto, waitForReadBack, waitForScreen } from '../../build/kiosk/clerk.ts';
import { bringTo, tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** F12 as the system repeats it while the key is held: a press that no hand has made. */
async function pressRepeatedF12(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const key = { key: 'F12', code: 'F12', windowsVirtualKeyCode: 123, autoRepeat: true };
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await devtools.detach();
}

/**
 * Not handed over: asked through the same port, so the answer comes after whatever the key may have sent. Had
 * it handed over, the state would be another, or no application would be open any more.
 */
async function expectStillHere(page: Page, after: string): Promise<void> {
  expect((await openApplication(page)).state, after).toBe('printed');
}

// About 7 s.
test('F12 counts only by hand and only once the card is named; Enter and Space never hand over', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  const keys = await bringTo('hand-over', page, WILHELMINA);
  await keys.press('F12');
  await expectStillHere(page, 'F12 before the card is named');
  await expect(page.locator('[data-live-announcer]')).toContainText('First scan the card.');
  for (const key of ['Enter', ' ']) {
    await keys.press(key);
    await expectStillHere(page, `${key} before the card is named`);
  }
  await keys.press('Control+A');
  await nameCard(page);

  await pressRepeatedF12(page);
  await expectStillHere(page, 'F12 with repeat');
  const yes = page.getByRole('button', { name: 'Card handed over' });
  for (const key of ['Enter', ' ', 'Enter']) {
    await keys.press(key);
    await expectStillHere(page, `${key} with the question enabled`);
    await yes.focus();
    await keys.press(key);
    await expectStillHere(page, `${key} on Yes itself`);
  }
  for (const combination of ['Shift+F12', 'Control+F12', 'Alt+F12']) {
    await page.keyboard.press(combination);
    await expectStillHere(page, combination);
  }
  // A dialog lies over the wizard: the key is not for what is below it.
  await keys.press('F8');
  await page.getByRole('dialog').waitFor();
  await keys.press('F12');
  await expectStillHere(page, 'F12 below a dialog');
  await keys.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  // The positive control: the same key, by hand, now.
  await keys.press('F12');
  await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
});

/** Pictures of the card that somebody at the screen could see. */
async function visibleCards(page: Page): Promise<number> {
  return page.locator('img:visible').count();
}

/** All words and values that somebody at the counter can see. */
function seenOnPage(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}

// About 6 s.
// tests/parts covers every step (cover.parts.ts).
test(
  'F9 covers all of the person on every step, takes its keys away, and gives the step back as it was',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await bringTo('answers', page, WILHELMINA);
    const cover = async (where: string): Promise<void> => {
      // The positive control: it is there to be seen.
      expect(await seenOnPage(page), where).toContain('Featherstone');
      await keys.press('F9');
      await page.locator('[data-covered]').waitFor();
      expect(await seenOnPage(page), where).not.toMatch(/Wilhelmina|Featherstone/);
      expect(await visibleCards(page), where).toBe(0);
    };
    await keys.type('Wilhelmina Feathers');
    await keys.type('tone');
    await cover('answers');
    await keepPicture(page, 'answers-covered');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await keys.press('F9');
    await keys.type('-Okonkwo');
    await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina Featherstone-Okonkwo');
    await keys.press('Tab');
    await keys.type(`${WILHELMINA.birthMonth}${WILHELMINA.birthDay}${WILHELMINA.birthYear}`);
    await keys.press('Enter');
    await tickDocuments(page, keys);
    await takePhoto(page, keys);
    await waitForReadBack(page);
    await cover('check');
    await page.keyboard.press('Enter');
    expect((await openApplication(page)).state).toBe('photographed');
    await keys.press('F9');
    await waitForReadBack(page);
    await keys.press('Enter');
    await waitForScreen(page, 'hand-over');
    await expect.poll(() => visibleCards(page), 'hand-over, open: preview and tray').toBe(4);
    await nameCard(page);
    await keys.press('F9');
    await page.locator('[data-covered]').waitFor();
    expect(await visibleCards(page), 'hand-over').toBe(0);
    await page.keyboard.press('F12');
    await expectStillHere(page, 'F12 below the cover');
    await keys.press('F9');
    // The positive control: the same key, seen.
    await page.locator('[data-enabled="true"]').waitFor();
    await keys.press('F12');
    await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);
