import type { Locator, Page } from '@playwright/test';
import { dragIntoSight } from '../support/kiosk/finger-drag.ts';
import { byTouch } from '../support/kiosk/resident-touch.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { type Fingers, fingersOn, middleOf, type Point } from './fingers.ts';
import { awake, ONWARD, openResident } from './open-resident.ts';

const heading = (page: Page) => page.locator('#heading');
const key = (page: Page, letter: string) =>
  page.locator('[data-on-screen-keyboard]').getByRole('button', { name: letter, exact: true });

/** Puts fingers on the glass while `act` is done. */
async function byHand(page: Page, act: (fingers: Fingers) => Promise<void>): Promise<void> {
  const fingers = await fingersOn(page);
  try {
    await act(fingers);
  } finally {
    await fingers.end();
  }
}

/** Where nothing is pressed, however the screen is. */
function beside({ x, y }: Point): Point {
  return { x, y: y - 200 };
}

/** A finger that comes down on a target and trembles there, further than what browsers take for a tap. */
async function tremble(touch: Fingers, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const reach = Math.min(40, box.width / 2 - 4);
  await touch.move('touchStart', [at]);
  for (const shift of [reach / 2, -reach, reach, -reach / 3])
    await touch.move('touchMove', [{ x: at.x + shift, y: at.y + shift / 6 }]);
  await touch.move('touchEnd', []);
}

test('a touch begins and ends on a button, however it trembles between', async ({ page }) => {
  await openResident(page, 'resident-route');
  await awake(page.locator(ONWARD));
  const at = await middleOf(page.locator(ONWARD));
  const question = await heading(page).textContent();
  await byHand(page, async (touch) => {
    await touch.drag(at, beside(at));
    await touch.drag(beside(at), at);
    await expect(heading(page)).toHaveText(question ?? '');
    await tremble(touch, page.locator(ONWARD));
    await expect(heading(page)).not.toHaveText(question ?? '');
  });
});

test('a finger drags a page to a button that is out of sight, and presses it', async ({ page }) => {
  await openResident(page, 'resident-review', { textSize: 'largest' });
  const changes = page.locator('[data-line] button');
  const scrolled = () => page.locator('main [data-scrolls="true"]').evaluate(({ scrollTop }) => scrollTop);
  await expect(changes.last()).not.toBeInViewport();
  expect(await scrolled()).toBe(0);
  const session = await page.context().newCDPSession(page);
  await dragIntoSight(session, changes.last());
  expect(await scrolled()).toBeGreaterThan(0);
  await expect(changes.last()).toBeInViewport({ ratio: 1 });
  // Nothing was pressed on the way, and back up the first one is pressed.
  await expect(page.locator('[data-screen="resident-review"]')).toBeVisible();
  await byTouch(page).press(changes.first());
  await expect(page.locator('[data-screen="resident-question"]')).toBeVisible();
  await session.detach();
});

// The same touch as on a button of the screen, whose tests are above.
test('so it does on a choice', LONG, async ({ page }) => {
  await openResident(page, 'resident-choice');
  const choices = page.locator('main label:has(input[type="radio"])');
  const isChosen = (at: number) => choices.nth(at).locator('input');
  const [first, second] = [await middleOf(choices.nth(0)), await middleOf(choices.nth(1))];
  await expect(isChosen(0)).not.toBeChecked();
  await byHand(page, async (touch) => {
    await touch.drag(first, second);
    await touch.drag(second, first);
    // The control: a finger that stays on it chooses it, though it trembles.
    await tremble(touch, choices.nth(2));
    await expect(isChosen(2)).toBeChecked();
    for (const at of [0, 1]) await expect(isChosen(at)).not.toBeChecked();
  });
});

// The same touch as on a button of the screen, whose tests are above.
test('and in the lists of settings, and in what asks before it ends something', LONG, async ({ page }) => {
  await openResident(page, 'resident-settings-contrast');
  const dialog = page.getByRole('dialog');
  const buttons = dialog.getByRole('button');
  await awake(buttons.nth(1));
  const [first, second] = [await middleOf(buttons.nth(0)), await middleOf(buttons.nth(1))];
  const theme = page.locator('html');
  await byHand(page, async (touch) => {
    await touch.drag(first, second);
    await touch.drag(second, { x: 2, y: second.y });
    await touch.drag({ x: 2, y: first.y }, second);
    await tremble(touch, buttons.nth(2));
    await expect(theme).toHaveAttribute('data-resident-theme', 'low');
  });
  await openResident(page, 'resident-settings-keys');
  const lists = dialog.locator('label');
  const isChosen = (at: number) => lists.nth(at).locator('input');
  const [half, whole] = [await middleOf(lists.nth(0)), await middleOf(lists.nth(1))];
  await expect(isChosen(0)).toBeChecked();
  await byHand(page, async (touch) => {
    await touch.drag(whole, half);
    await touch.drag(half, whole);
    await touch.palm([whole, await middleOf(lists.nth(2)), await middleOf(lists.nth(5))]);
    await expect(isChosen(0)).toBeChecked();
    await tremble(touch, lists.nth(2));
    await expect(isChosen(2)).toBeChecked();
  });
  await openResident(page, 'resident-leave');
  const leave = dialog.getByRole('button', { name: 'Leave now' });
  await awake(leave);
  const [stay, end] = [
    await middleOf(dialog.getByRole('button', { name: 'Stay here' })),
    await middleOf(leave),
  ];
  await byHand(page, async (touch) => {
    await touch.drag(end, stay);
    await touch.drag(stay, end);
    await touch.drag(end, { x: end.x, y: 2 });
    await expect(dialog).toBeVisible();
    await touch.tap(stay);
    await expect(dialog).toHaveCount(0);
  });
  await expect(page.locator('[data-screen="resident-question"]')).toBeVisible();
});

test('ten fingers at once press nothing, and one after them does', async ({ page }) => {
  await openResident(page, 'resident-name');
  await awake(page.locator(ONWARD));
  const targets = ['[data-opens="leave"]', '[data-opens="language"]', '[data-opens="start-over"]', ONWARD];
  const places = await Promise.all(targets.map((each) => middleOf(page.locator(each))));
  const letters = await Promise.all(['Q', 'W', 'E', 'A', 'S', 'D'].map((each) => middleOf(key(page, each))));
  await byHand(page, async (touch) => {
    await touch.palm([...places, ...letters]);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('[role="alert"]')).toHaveCount(0);
    await expect(page.locator('#answer-name')).toHaveValue('');
    await touch.tap(await middleOf(key(page, 'Q')));
    await expect(page.locator('#answer-name')).toHaveValue('Q');
    await touch.tap(await middleOf(page.locator('[data-opens="leave"]')));
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

// The same touch as on a button of the screen, whose tests are above.
test('ten fingers at once choose nothing, and one after them does', LONG, async ({ page }) => {
  await openResident(page, 'resident-choice');
  const choices = page.locator('main label:has(input[type="radio"])');
  const labels = await Promise.all((await choices.all()).slice(0, 3).map(middleOf));
  await byHand(page, async (touch) => {
    await touch.palm([
      ...labels,
      ...labels.flatMap(({ x, y }) => [
        { x: x + 60, y },
        { x: x + 120, y },
      ]),
    ]);
    await touch.tap(await middleOf(choices.nth(1)));
    await expect(choices.nth(1).locator('input')).toBeChecked();
    for (const at of [0, 2]) await expect(choices.nth(at).locator('input')).not.toBeChecked();
  });
});
