import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { holdAsleep } from './hold-asleep.ts';
import { awake, openResident } from './open-resident.ts';

/** The button at the foot of a page that scrolls, and where it leads now. */
const mover = (page: Page) => page.locator('[data-leads] button');

/** Presses it until it leads up. */
async function goDown(page: Page, press: () => Promise<void>): Promise<void> {
  const leads = page.locator('[data-leads]');
  for (let presses = 0; (await leads.getAttribute('data-leads')) === 'down'; presses += 1) {
    expect(presses, 'the end comes').toBeLessThan(20);
    await press();
    await goOneFrame(page);
  }
}

async function goOneFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

const ABOVE_ALL = ['language', 'text-size', 'leave'] as const;

test('a button leads down a page that scrolls and from its end to the top, with all that stands there', async ({
  page,
}) => {
  const press = async (): Promise<void> => {
    await awake(mover(page));
    await mover(page).click();
  };
  const leads = page.locator('[data-leads]');
  for (const state of ['resident-name', 'resident-contact', 'resident-review']) {
    await openResident(page, state, { textSize: 'largest' });
    await expect(mover(page), state).toBeVisible();
    // From wherever the field at hand is, and then from the top.
    for (let ways = 0; ways < 2; ways += 1) {
      await goDown(page, press);
      await expect(leads, state).toHaveAttribute('data-leads', 'up');
      await press();
      await expect(leads, state).toHaveAttribute('data-leads', 'down');
    }
    for (const dialog of ABOVE_ALL)
      await expect(page.locator(`[data-opens="${dialog}"]`), `${state}, ${dialog}`).toBeInViewport({
        ratio: 0.9,
      });
  }
});

test('the button that leads up keeps the focus of a keyboard, and takes no second press for a first one', async ({
  page,
}) => {
  await openResident(page, 'resident-review', { textSize: 'largest' });
  await awake(mover(page));
  await mover(page).focus();
  const leads = page.locator('[data-leads]');
  const wake = await holdAsleep(page);
  await goDown(page, () => page.keyboard.press('Enter'));
  await expect(mover(page)).toBeFocused();
  await expect(mover(page)).toHaveAccessibleName('To the top');
  // The press of a habit, at once.
  await page.keyboard.press('Enter');
  await goOneFrame(page);
  await expect(leads).toHaveAttribute('data-leads', 'up');
  await wake();
  await awake(mover(page));
  await page.keyboard.press('Enter');
  await expect(leads).toHaveAttribute('data-leads', 'down');
  await expect(mover(page)).toBeFocused();
});
