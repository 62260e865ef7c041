import type { Page } from '@playwright/test';
import { fingersOn, type Point } from './fingers.ts';

/** Numbers from 0 up to 1, the same each time for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KEYS = ['Enter', 'Enter', ' ', ' ', 'Tab', 'Shift+Tab', 'Escape', 'ArrowDown', 'ArrowUp', 'Backspace'];
const MORE_KEYS = ['a', 'Z', '7', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'Control+=', 'Control+-', 'Delete'];

/** A child at the kiosk: taps anywhere, presses keys, lays a hand on the glass. */
export async function hammerOn(page: Page, seed: number) {
  const next = numbersFrom(seed);
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const fingers = await fingersOn(page);
  const anywhere = (): Point => ({ x: next() * size.width, y: next() * size.height });
  const pick = (keys: readonly string[]): string => keys[Math.floor(next() * keys.length)] ?? 'Enter';
  /** More often where something is: at random most touches would meet none. */
  const somewhere = async (): Promise<Point> => {
    const targets = await page.evaluate((withKeys) => {
      const found = [...document.querySelectorAll('button, label, input[type="text"]')];
      return found.flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const middle = { x: x + width / 2, y: y + height / 2 };
        const isKey = element.closest('[data-on-screen-keyboard]') !== null;
        const isSeen = element.contains(document.elementFromPoint(middle.x, middle.y));
        return isSeen && (withKeys || !isKey) ? [middle] : [];
      });
    }, next() < 0.3);
    return targets[Math.floor(next() * targets.length)] ?? anywhere();
  };
  return {
    /** One press of whatever it is. Answers what it was. */
    async press(): Promise<string> {
      const what = next();
      if (what < 0.3) {
        const key = pick(what < 0.2 ? KEYS : MORE_KEYS);
        await page.keyboard.press(key);
        return key;
      }
      if (what < 0.36) {
        const hand = [anywhere(), anywhere(), anywhere(), await somewhere()];
        await fingers.palm(hand);
        return 'a hand';
      }
      const at = what < 0.5 ? anywhere() : await somewhere();
      if (what < 0.75) await fingers.tap(at);
      else await page.mouse.click(at.x, at.y, { clickCount: what < 0.82 ? 2 : 1 });
      return `at ${Math.round(at.x)}, ${Math.round(at.y)}`;
    },
    end: () => fingers.end(),
  };
}
