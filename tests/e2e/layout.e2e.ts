import type { Page } from '@playwright/test';
import { answer, waitForScreen } from '../../build/kiosk/clerk.ts';
import { hiddenFocus } from '../support/accessibility/hidden-focus.ts';
import { layoutFaults } from '../support/accessibility/layout-faults.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { freeze, processOf } from '../support/kiosk/session-processes.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** The usual screen magnified to 200 %. */
const MAGNIFIED = { width: 640, height: 400 };
/** More stops than any of these screens has. */
const STOPS = 24;

async function expectFocusSeen(page: Page, screen: string): Promise<void> {
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < STOPS; stop += 1) {
      await page.keyboard.press(key);
      expect.soft(await hiddenFocus(page), `${screen}, ${key} ${stop}`).toBeNull();
    }
  }
}

// About 10 s.
test(
  'at 640 × 400 nothing lies over what has the focus: set-up, start, card details, documents',
  LONG,
  async ({ openKiosk }) => {
    const first = await openKiosk();
    const setUp = (await first.shown()).page;
    await waitForScreen(setUp, 'set-up');
    await setUp.setViewportSize(MAGNIFIED);
    await expectFocusSeen(setUp, 'set-up');

    const second = await openKiosk();
    const { page } = await second.signedIn();
    await page.setViewportSize(MAGNIFIED);
    await expectFocusSeen(page, 'start');
    await page.getByRole('button', { name: 'Start' }).focus();
    const keys = await bringTo('answers', page, TEODORO);
    await expectFocusSeen(page, 'answers');
    await page.locator('#answer-name').focus();
    await answer(page, keys, TEODORO);
    await waitForScreen(page, 'documents');
    await expectFocusSeen(page, 'documents');

    // It would be found: something that lies over the focus.
    await page.evaluate(() => {
      const cover = document.createElement('p');
      cover.style.cssText = 'position: fixed; inset: 0; background: white';
      document.body.append(cover);
    });
    expect(await hiddenFocus(page)).not.toBeNull();
  },
);

// About 5 s.
test('while the card parts from the perforation nothing scrolls sideways', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page, pid } = await kiosk.signedIn();
  const keys = await bringTo('named', page, TEODORO);
  const core = processOf(pid, 'core');
  if (core === null) throw new Error('the session has no core');
  // Else the session is over before anybody looks.
  const ice = freeze(core);
  try {
    await keys.press('F12');
    const card = page.getByRole('complementary', { name: 'The card' });
    await expect(card).toHaveCSS('animation-name', /part-card/);
    await card.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
    expect(await layoutFaults(page)).toEqual([]);
  } finally {
    ice.thaw();
  }
});
