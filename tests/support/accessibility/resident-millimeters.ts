import { expect, type Page } from '@playwright/test';
import type { ResidentTextSize } from '../../../shared/residents/text-height.ts';
import { lettersInMillimeters } from './resident-letters.ts';

/** As build/dev/fixtures/residents.ts has it. */
const DISPLAY_MILLIMETERS = 344;
/** VVSG 2.0, 7.1-G. */
const CAPITALS: Readonly<Record<ResidentTextSize, readonly [least: number, most: number]>> = {
  small: [3.5, 4.2],
  normal: [4.8, 5.6],
  large: [6.4, 7.1],
  largest: [8.5, 9.0],
};

/** What is measured of everything on the screen, in millimeters of the display. */
export async function measuredInMillimeters(page: Page) {
  return { ...(await placesInMillimeters(page)), ...(await lettersInMillimeters(page, DISPLAY_MILLIMETERS)) };
}

/** What can be pressed, how it lies, and whether all of it is seen. */
async function placesInMillimeters(page: Page) {
  return page.evaluate((displayMillimeters) => {
    const perPixel = displayMillimeters / window.screen.width;
    const shown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.closest('[aria-hidden="true"], [inert]') === null;
    };
    const within = document.querySelector('[role="dialog"]') ?? document;
    /** What is seen of an element: the rest of it is scrolled out of sight, or under what sticks to the edge. */
    const inSight = (element: Element) => {
      const box = element.getBoundingClientRect();
      const seen = { x: box.x, y: box.y, right: box.right, bottom: box.bottom };
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (!['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) continue;
        const port = at.getBoundingClientRect();
        const sticks = [...at.children].find((each) => getComputedStyle(each).position === 'sticky');
        const isUnder = sticks !== undefined && !sticks.contains(element);
        seen.y = Math.max(seen.y, isUnder ? sticks.getBoundingClientRect().bottom : port.y);
        seen.bottom = Math.min(seen.bottom, port.bottom);
      }
      return seen;
    };
    const pressed = 'button, select, label:has(input), input:is([type="text"], [type="password"])';
    const targets = [...within.querySelectorAll(pressed)].filter(shown).map((element) => {
      const box = element.getBoundingClientRect();
      const text = element.textContent ?? '';
      return { text, x: box.x, y: box.y, right: box.right, bottom: box.bottom, seen: inSight(element) };
    });
    const seen = targets
      .filter((each) => each.seen.bottom > each.seen.y)
      .map((each) => ({ text: each.text, ...each.seen }));
    const isWithin = (inner: (typeof seen)[number], outer: (typeof seen)[number]): boolean =>
      inner.x >= outer.x && inner.right <= outer.right && inner.y >= outer.y && inner.bottom <= outer.bottom;
    const gaps = seen.flatMap((one, index) =>
      seen.slice(index + 1).flatMap((other) => {
        // The field of a passphrase has the button that shows it within its frame.
        if (isWithin(one, other) || isWithin(other, one)) return [];
        const across = Math.max(other.x - one.right, one.x - other.right);
        const down = Math.max(other.y - one.bottom, one.y - other.bottom);
        const gap = Math.max(across, down) * perPixel;
        return gap < 2.54 - 0.01 ? [`${one.text} | ${other.text}: ${gap.toFixed(2)} mm`] : [];
      }),
    );
    const small = targets
      .filter(({ x, y, right, bottom }) => Math.min(right - x, bottom - y) * perPixel < 12.7 - 0.01)
      .map(
        ({ text, x, y, right, bottom }) => `${text}: ${(right - x) * perPixel} × ${(bottom - y) * perPixel}`,
      );
    const clipped = [...document.querySelectorAll('[data-resident-screen], button, p, h1, dd, dt, label')]
      .filter(shown)
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => element.textContent);
    const scrolls = [document.documentElement, ...document.querySelectorAll('[data-scrolls]')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1,
    ).length;
    // What the bar, the foot and the keyboard leave of the page, and of what is told beside it, in lines of their text.
    const line = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 1.4;
    const toldBeside = [...document.querySelectorAll<HTMLElement>('[data-told]')]
      .filter((told) => told.closest('[data-scrolls]') === null)
      .reduce((sum, told) => sum + told.offsetHeight, 0);
    const rooms = [...document.querySelectorAll('[data-scrolls]')].map((port) => port.clientHeight / line);
    const page = Math.min(...rooms);
    return {
      page,
      lines: page + toldBeside / line,
      targets: targets.length,
      small,
      gaps,
      clipped,
      scrolls,
    };
  }, DISPLAY_MILLIMETERS);
}

/** Less is no page to read: a label and its field, or a line and the next. */
const LEAST_LINES = 3;
/** Of the page alone, beside what is told: a field with the ring around it (`renderer/resident/parts/room.ts`). */
const RINGED_FIELD_LINES = 2.75 / 1.4;

/**
 * The text of this size is in its range, and no target is small, too near to another, or too narrow for its words; and enough is seen of the page. Answers
 * how many targets there are. Larger text, of headings, may be above the range.
 */
export async function expectInMillimeters(page: Page, textSize: ResidentTextSize, at = ''): Promise<number> {
  const [least, most] = CAPITALS[textSize];
  const found = await measuredInMillimeters(page);
  expect.soft(found.least, `the smallest text, ${at}`).toBeGreaterThanOrEqual(least);
  expect.soft(found.least, `the smallest text, ${at}`).toBeLessThanOrEqual(most);
  expect.soft(found.lower, `letters that are lower than small Latin ones, ${at}`).toEqual([]);
  expect.soft(found.lines, `lines of the page that are seen, ${at}`).toBeGreaterThanOrEqual(LEAST_LINES);
  expect.soft(found.page, `lines of the page alone, ${at}`).toBeGreaterThanOrEqual(RINGED_FIELD_LINES);
  expect.soft([found.small, found.gaps, found.clipped, found.scrolls], at).toEqual([[], [], [], 0]);
  return found.targets;
}
