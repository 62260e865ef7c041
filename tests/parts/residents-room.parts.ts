import type { Page } from '@playwright/test';
import { residentLanguages } from '../../shared/residents/language.ts';
import { residentTextSizes } from '../../shared/residents/text-height.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { expect, test } from './browser.ts';
import { awake, ONWARD, openResident } from './open-resident.ts';
import { placesThatScroll } from './places-that-scroll.ts';
import { isLong, rowsOf } from './rows.ts';

const NUMBER = 'K7Q29MXT6K';

const USUAL = { width: 1280, height: 800 };

/** Displays, and windows that are low: on the last ones neither the keyboard nor, with large text, the buttons have room beside a page. */
const WINDOWS = [
  USUAL,
  { width: 1024, height: 768 },
  { width: 1024, height: 400 },
  { width: 640, height: 400 },
  { width: 1280, height: 320 },
  { width: 1280, height: 200 },
] as const;

/** What must be reached from every question, at every time. */
const ALWAYS = ['[data-opens="language"]', '[data-opens="leave"]', '[data-opens="start-over"]', ONWARD];

test.afterEach(({ page }) => page.setViewportSize(USUAL));

for (const [turn, textSize] of residentTextSizes.entries())
  for (const [at, viewport] of WINDOWS.entries()) {
    const { width, height } = viewport;
    const inTurn = residentLanguages[(turn * 3 + at) % residentLanguages.length] ?? 'en';
    // The usual window in the smallest text, and every second one of the others in the largest, for which it has least room.
    const sampled = at === 0 ? 'small' : at % 2 === 1 ? 'largest' : null;
    const isSampled = textSize === sampled;
    for (const language of isLong ? residentLanguages : isSampled ? [inTurn] : [])
      test(`one place scrolls and all is reached: ${textSize} text on ${width} × ${height}, ${language}`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await openResident(page, 'resident-name-one-letter', { language, textSize });
        await expect(page.locator('#answer-name')).toBeFocused();
        await scan(page, NUMBER, ['Enter']);
        await expect(page.locator('[data-card-scanned]')).toBeInViewport({ ratio: 0.6 });
        expect((await placesThatScroll(page)).length).toBeLessThanOrEqual(1);
        const isButtonsBeside = (await page.locator('[data-holds-buttons="false"]').count()) === 1;
        if (isButtonsBeside) await expect(page.locator(ONWARD)).toBeInViewport({ ratio: 1 });
        // Where they are a part of the page a finger drags it, wherever it lies.
        else await expect(page.locator(ONWARD)).toHaveCSS('touch-action', 'pan-y');
        for (const control of ALWAYS) {
          await page.locator(control).scrollIntoViewIfNeeded();
          await expect(page.locator(control), control).toBeInViewport({ ratio: 0.9 });
        }
      });
  }

test('two places that scroll would be found', async ({ page }) => {
  await openResident(page, 'resident-review', { textSize: 'largest' });
  expect(await placesThatScroll(page)).toHaveLength(1);
  await page.locator('main').evaluate((main) => {
    const second = document.createElement('div');
    second.style.cssText = 'block-size: 20px; overflow: auto';
    second.textContent = 'Lines of which one alone is seen at a time. '.repeat(20);
    main.append(second);
  });
  expect(await placesThatScroll(page)).toHaveLength(2);
});

/** How many lines what is told has, and how many of them have been wholly in sight since it was marked unread. */
function linesSeen(page: Page): Promise<{ readonly lines: number; readonly seen: number }> {
  return page.evaluate(() => {
    const told = document.querySelector<HTMLElement>('[data-told] p');
    if (told === null) throw new Error('nothing is told');
    const range = document.createRange();
    range.selectNodeContents(told);
    const port = (told.closest('[data-scrolls]') ?? document.documentElement).getBoundingClientRect();
    const lines = [...range.getClientRects()];
    const seen = new Set((told.dataset.seen ?? '').split(' ').filter((each) => each !== ''));
    for (const [at, { top, bottom }] of lines.entries())
      if (top >= port.top - 1 && bottom <= port.bottom + 1) seen.add(String(at));
    told.dataset.seen = [...seen].join(' ');
    return { lines: lines.length, seen: seen.size };
  });
}

async function markUnread(page: Page): Promise<void> {
  await page.locator('[data-told] p').evaluate((told) => told.removeAttribute('data-seen'));
}

const mover = (page: Page) => page.locator('[data-leads] button');

/** The lowest one first: most has to be moved there. */
const LOW = [
  { width: 1280, height: 200 },
  { width: 640, height: 400 },
  { width: 1024, height: 400 },
];

for (const viewport of rowsOf(LOW, 1))
  test(`two switches read what a scan tells, and read it again, on ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    // Presses of a hand, one after the other.
    test.slow();
    await page.setViewportSize(viewport);
    const switches = { switchKeys: 'f7-f8', textSize: 'largest', language: 'uk' } as const;
    await openResident(page, 'resident-name-one-letter', switches);
    await expect(page.locator('#answer-name')).toBeFocused();
    await scan(page, NUMBER, ['Enter']);
    await expect(page.locator('[data-card-scanned]')).toBeInViewport({ ratio: 0.6 });
    // Away from it, to the button that moves the page.
    for (let moves = 0; (await page.locator('[data-leads] [data-switch-at]').count()) === 0; moves += 1) {
      expect(moves, 'the switches come to it').toBeLessThan(60);
      await page.keyboard.press('F7');
    }
    await markUnread(page);
    for (let presses = 0; ; presses += 1) {
      const { lines, seen } = await linesSeen(page);
      expect(lines).toBeGreaterThan(0);
      if (seen === lines) break;
      expect(presses, 'all of it comes').toBeLessThan(40);
      await awake(mover(page));
      await page.keyboard.press('F8');
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    }
  });

test('whoever types on the screen’s keyboard sees the field again, however far the page was moved', async ({
  page,
}) => {
  await openResident(page, 'resident-name-one-letter', { textSize: 'largest', language: 'ar' });
  const field = page.locator('#answer-name');
  await expect(field).toBeInViewport({ ratio: 1 });
  await page.locator('[data-scrolls="true"]').evaluate((place) => place.scrollTo({ top: 0 }));
  await expect(field).not.toBeInViewport();
  await page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'q', exact: true }).click();
  await expect(field).toHaveValue('Oq');
  await expect(field).toBeInViewport({ ratio: 1 });
});

test('a keyboard that has no room beside a field is a part of the page, and its pages stay there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 400 });
  await openResident(page, 'resident-name-one-letter', { textSize: 'largest', language: 'fr' });
  const keyboard = page.locator('[data-on-screen-keyboard]');
  await expect(page.locator('[data-scrolls="true"] [data-on-screen-keyboard]')).toHaveCount(1);
  await keyboard.locator('[data-key="accents"]').click();
  await keyboard.getByRole('button', { name: 'e', exact: true }).click();
  // Fewer rows, and still the same place: moved, it would begin with its letters again.
  await expect(keyboard.getByRole('button', { name: 'é', exact: true })).toBeVisible();
  await keyboard.getByRole('button', { name: 'é', exact: true }).click();
  await expect(page.locator('#answer-name')).toHaveValue('Oé');
});
