import type { Locator, Page } from '@playwright/test';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { type Fingers, fingersOn, middleOf, type Point } from './fingers.ts';
import { holdAsleep } from './hold-asleep.ts';
import { awake, ONWARD, openResident as open } from './open-resident.ts';
import { rowsOf } from './rows.ts';

const keyboard = (page: Page) => page.locator('[data-on-screen-keyboard]');

/** What a finger meets here now: a key by its place, or a button by what it opens. */
function under(page: Page, at: Point): Promise<string | undefined> {
  return page.evaluate(({ x, y }) => {
    const met = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-key], [data-opens]');
    return met?.dataset.opens ?? (met?.dataset.key === undefined ? undefined : 'a key');
  }, at);
}

/** Whatever a press has done is drawn. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Everything that can be pressed has been there for a while, and nothing that comes up from now on wakes by itself. */
async function allAwake(page: Page, buttons: readonly Locator[]): Promise<() => Promise<void>> {
  for (const button of buttons) await awake(button);
  return holdAsleep(page);
}

/** A field of several wrong ones; the keyboard is aside. */
async function openWrongDate(page: Page) {
  await open(page, 'resident-date-empty');
  await expect(keyboard(page)).toBeHidden();
  const link = page.locator('[aria-labelledby="mistakes"]').getByRole('button').last();
  const wake = await allAwake(page, [link, page.locator(ONWARD)]);
  return { link, wake };
}

async function byFinger(page: Page, act: (fingers: Fingers) => Promise<void>): Promise<void> {
  const fingers = await fingersOn(page);
  try {
    await act(fingers);
  } finally {
    await fingers.end();
  }
}

test('the second tap on a field is none on the key that came up under the finger', async ({ page }) => {
  const { wake } = await openWrongDate(page);
  const year = page.locator('#answer-birthYear');
  const at = await middleOf(year);
  await byFinger(page, async (fingers) => {
    await fingers.tap(at);
    await expect(keyboard(page)).toBeVisible();
    await expect.poll(() => under(page, at)).toBe('a key');
    await fingers.tap(at);
    await drawn(page);
    await expect(year).toHaveValue('');
    await expect(year).toBeFocused();
    // The control: a moment later the same tap types.
    await wake();
    await awake(page.locator(ONWARD));
    await fingers.tap(at);
    await expect(year).toHaveValue(/^\d$/);
  });
});

// The same of a field is above, and of a refusal below.
test(
  'the second tap on a way to a field is none on the button that came up under the finger',
  LONG,
  async ({ page }) => {
    const { link, wake } = await openWrongDate(page);
    const box = await link.boundingBox();
    if (box === null) throw new Error('there is no way to the field');
    // Low on its words, where the foot stands once the keyboard is below it.
    const at = { x: box.x + 60, y: box.y + box.height - 8 };
    await byFinger(page, async (fingers) => {
      await fingers.tap(at);
      await expect(keyboard(page)).toBeVisible();
      await expect(page.locator('#answer-birthYear')).toBeFocused();
      await expect.poll(() => under(page, at)).toBe('start-over');
      await fingers.tap(at);
      await drawn(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      // The control.
      await wake();
      await awake(page.locator(ONWARD));
      await fingers.tap(at);
      await expect(page.getByRole('dialog')).toBeVisible();
    });
  },
);

// The same of a field is above, and of a refusal below.
test('the second tap on Continue is none on a key of the next question', LONG, async ({ page }) => {
  await open(page, 'resident-route');
  await page.locator('main label').first().click();
  const wake = await allAwake(page, [page.locator(ONWARD)]);
  const key = page.locator('[data-on-screen-keyboard] [data-key="0-0"]');
  const name = page.locator('#answer-name');
  await page.locator(ONWARD).click();
  await expect(name).toBeFocused();
  const at = await middleOf(key);
  await byFinger(page, async (fingers) => {
    await fingers.tap(at);
    await drawn(page);
    await expect(name).toHaveValue('');
    // The control.
    await wake();
    await awake(page.locator(ONWARD));
    await fingers.tap(at);
    await expect(name).toHaveValue(/^\p{Letter}$/u);
  });
});

for (const state of rowsOf(['resident-leave-refused', 'resident-start-over-refused'], 1))
  test(`a refusal pushes no button under a finger that presses again: ${state}`, async ({ page }) => {
    await open(page, state);
    const dialog = page.getByRole('dialog');
    const stays = dialog.locator('[data-main="true"]');
    const acts = dialog.locator('[data-main="true"] + button');
    const wake = await allAwake(page, [stays, acts]);
    await acts.click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    const at = await middleOf(stays);
    await page.mouse.click(at.x, at.y);
    await drawn(page);
    await expect(dialog).toBeVisible();
    await expect(acts).toHaveAttribute('aria-disabled', 'true');
    // The control.
    await wake();
    await awake(stays);
    await page.mouse.click(at.x, at.y);
    await expect(dialog).toHaveCount(0);
  });
