import type { Page } from '@playwright/test';
import { expect, fontsLoaded, test } from './browser.ts';
import { holdAsleep } from './hold-asleep.ts';
import { awake, ONWARD, openResident } from './open-resident.ts';
import { languagesLooked, rowsOf } from './rows.ts';

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

/** What lies over a screen, and a height of the display that it is longer than at the largest text. */
const LONG_DIALOGS = [
  { state: 'resident-settings-keys', language: 'ar', height: 768 },
  { state: 'resident-settings-language', language: 'pl', height: 480 },
  { state: 'resident-leave-held', language: 'en', height: 480 },
] as const;

const dialogMover = (page: Page) => page.getByRole('dialog').locator('[data-leads] button');

/** Marks each line of the dialog's words that is wholly in sight now. Answers texts with a line that has never been. */
function unreadIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const port = document.querySelector('[role="dialog"] [data-scrolls]');
    if (port === null) throw new Error('nothing lies over the screen that may scroll');
    const { top, bottom } = port.getBoundingClientRect();
    const words = [...port.querySelectorAll<HTMLElement>('*')].filter(
      (each) => each.childElementCount === 0 && (each.textContent ?? '').trim() !== '',
    );
    return words
      .filter((each) => {
        const text = document.createRange();
        text.selectNodeContents(each);
        const lines = [...text.getClientRects()];
        const read = new Set((each.dataset.read ?? '').split(' '));
        for (const [line, box] of lines.entries())
          if (box.top >= top - 1 && box.bottom <= bottom + 1) read.add(`${line}`);
        each.dataset.read = [...read].join(' ');
        // Words without a line are hidden, and nobody has read them.
        return lines.length === 0 || lines.some((_box, line) => !read.has(`${line}`));
      })
      .map((each) => each.textContent ?? '');
  });
}

/** Presses the button of the dialog that moves it until all has been in sight, from wherever it is. */
async function readAll(page: Page, press: () => Promise<void>): Promise<readonly string[]> {
  const leads = page.getByRole('dialog').locator('[data-leads]');
  let unread = await unreadIn(page);
  for (let presses = 0, ways = 0; unread.length > 0 && ways < 2; presses += 1) {
    expect(presses, 'the end comes').toBeLessThan(40);
    if ((await leads.getAttribute('data-leads')) === 'up') ways += 1;
    await awake(dialogMover(page));
    await press();
    await goOneFrame(page);
    unread = await unreadIn(page);
  }
  return unread;
}

const BY = {
  touch: (page: Page) => async () => dialogMover(page).click(),
  switches: (page: Page) => async () => {
    for (let moves = 0; (await page.locator('[data-leads] [data-switch-at]').count()) === 0; moves += 1) {
      expect(moves, 'the switches come to it').toBeLessThan(60);
      await page.keyboard.press('F7');
    }
    await page.keyboard.press('F8');
  },
} as const;

for (const by of rowsOf(['switches', 'touch'] as const, 1))
  test(`all of what lies over a screen is read at the largest text on a small display, by ${by}`, async ({
    page,
  }) => {
    try {
      for (const { state, language, height } of rowsOf(LONG_DIALOGS, 1)) {
        await page.setViewportSize({ width: 1024, height });
        const switches = by === 'switches' ? ({ switchKeys: 'f7-f8' } as const) : {};
        await openResident(page, state, { textSize: 'largest', language, ...switches });
        await expect(dialogMover(page), state).toBeVisible();
        // It is too long, or nothing is shown by this.
        expect(await unreadIn(page), state).not.toEqual([]);
        expect(await readAll(page, BY[by](page)), state).toEqual([]);
        await expect(page.getByRole('dialog'), state).toBeVisible();
      }
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

test('a dialog that is too long begins at its heading, and one that fits at its first choice', async ({
  page,
}) => {
  const heading = page.getByRole('dialog').getByRole('heading');
  await openResident(page, 'resident-staff');
  await expect(dialogMover(page)).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Go back' })).toBeFocused();
  await page.setViewportSize({ width: 1024, height: 400 });
  try {
    await openResident(page, 'resident-leave-held', { textSize: 'largest' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport({ ratio: 1 });
    await awake(dialogMover(page));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Stay here' })).toBeInViewport({
      ratio: 1,
    });
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('whether somebody is there is asked from its heading on, with its button in sight, in every language', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog');
  await page.setViewportSize({ width: 1024, height: 400 });
  try {
    for (const language of languagesLooked) {
      await openResident(page, 'resident-idle-held', { textSize: 'largest', language });
      // It is too long, or nothing is shown by this.
      await expect(dialog.locator('[data-scrolls="true"]'), language).toHaveCount(1);
      await expect(dialog.getByRole('heading'), language).toBeInViewport({ ratio: 1 });
      await expect(dialog.getByRole('button'), language).toHaveCount(1);
      await expect(dialog.getByRole('button'), language).toBeInViewport({ ratio: 1 });
    }
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('what covers a screen is read and uncovered on a display that is too low for it', async ({ page }) => {
  const cover = page.locator('[data-privacy-cover]');
  const [words, button] = [cover.getByRole('status'), cover.getByRole('button')];
  await openResident(page, 'resident-covered', { textSize: 'largest', language: 'uk' });
  // In the middle of a display that has room for it.
  const edges = await cover.evaluate((element) => {
    const [first, last] = [element.firstElementChild, element.lastElementChild];
    const box = element.getBoundingClientRect();
    return [
      (first?.getBoundingClientRect().top ?? 0) - box.top,
      box.bottom - (last?.getBoundingClientRect().bottom ?? 0),
    ];
  });
  expect(Math.abs((edges[0] ?? 0) - (edges[1] ?? 0))).toBeLessThan(2);
  await page.setViewportSize({ width: 1024, height: 160 });
  try {
    await openResident(page, 'resident-covered', { textSize: 'largest', language: 'uk' });
    const hidden = await cover.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(hidden, 'it is too high').toBeGreaterThan(0);
    await cover.evaluate((element) => element.scrollTo({ top: 0 }));
    const top = (await words.boundingBox())?.y ?? Number.NaN;
    expect(top).toBeGreaterThanOrEqual((await cover.boundingBox())?.y ?? Number.NaN);
    await cover.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    const [at, of] = [await button.boundingBox(), await cover.boundingBox()];
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThanOrEqual((of?.y ?? 0) + (of?.height ?? 0));
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

/** From now on the kiosk keeps nothing of what is typed. */
async function refuseAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = window.counterfoil.call.bind(window.counterfoil);
    Object.assign(window.counterfoil, {
      call: (called: string, input: unknown) =>
        called === 'answer'
          ? Promise.resolve({ ok: false, error: { kind: 'not-written' } })
          : real(called, input),
    });
  });
}

test('that something is not saved is seen wherever somebody types, and moves no field that stays in sight', async ({
  page,
}) => {
  const field = page.locator('#answer-name');
  const top = () => field.evaluate((element) => element.getBoundingClientRect().top);
  // A display on which the field has room for it.
  await page.setViewportSize({ width: 1280, height: 1024 });
  try {
    await openResident(page, 'resident-name');
    await fontsLoaded(page);
    await refuseAnswers(page);
    const before = await top();
    await page.keyboard.type('W');
    await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
    expect(await top()).toBe(before);
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  // Where the page is longer than what is seen of it.
  for (const language of rowsOf(['pl', 'hi', 'en'] as const, 1)) {
    await openResident(page, 'resident-name', { textSize: 'largest', language });
    await expect(mover(page), language).toBeVisible();
    await refuseAnswers(page);
    await page.keyboard.type('W');
    await expect(page.getByRole('alert'), language).toBeInViewport({ ratio: 0.6 });
    await expect(field, language).toBeInViewport({ ratio: 1 });
    await expect(page.locator(ONWARD), language).toBeInViewport({ ratio: 1 });
  }
});

const ABOVE_ALL = ['language', 'text-size', 'leave'] as const;

test('a button leads down a page that scrolls and from its end to the top, with all that stands there', async ({
  page,
}) => {
  const press = async (): Promise<void> => {
    await awake(mover(page));
    await mover(page).click();
  };
  const leads = page.locator('[data-leads]');
  for (const state of rowsOf(['resident-name', 'resident-contact', 'resident-review'], 1)) {
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

test('why a press did nothing comes into sight, however far down the page somebody has read', async ({
  page,
}) => {
  const press = async (): Promise<void> => {
    await awake(mover(page));
    await mover(page).click();
  };
  // The kiosk takes nothing here.
  await openResident(page, 'resident-hammered', { textSize: 'largest' });
  await goDown(page, press);
  await expect(page.locator('#heading')).not.toBeInViewport();
  await awake(page.locator(ONWARD));
  await page.locator(ONWARD).click();
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 0.5 });
  // What is wrong is told again to whoever reads on and presses again.
  await openResident(page, 'resident-review-wrong', { textSize: 'largest' });
  for (let times = 0; times < 2; times += 1) {
    await goDown(page, press);
    await expect(page.locator('#heading')).not.toBeInViewport();
    await awake(page.locator(ONWARD));
    await page.locator(ONWARD).click();
    await expect(page.getByRole('alert')).toBeInViewport({ ratio: 0.5 });
  }
});
