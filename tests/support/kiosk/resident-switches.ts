import type { Locator, Page } from '@playwright/test';
import { isClosed } from '../../../build/kiosk/clerk.ts';
import { keyOnScreen, type ResidentHand, waitUntilAwake } from './resident-hand.ts';

/** Every key of a keyboard that is scanned row by row is nearer than this. */
const MOST_PRESSES = 120;

/** What a person who sees the mark does next to come to something. */
type Next = 'move' | 'select' | 'press';

/** Where the mark is, once the screen has been drawn, and what leads from there to the target. */
function nextTowards(target: Locator): Promise<Next> {
  return target.evaluate(async (element): Promise<Next> => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const control = element.closest('button, a[href], input, select, [role="button"]') ?? element;
    const mark = document.querySelector('[data-switch-at]');
    if (mark === null) return 'move';
    const isWayOut = mark.getAttribute('data-switch-at') === 'way-out';
    if (mark.matches('[data-switch-group]') && mark !== control)
      return mark.contains(control) === isWayOut ? 'move' : 'select';
    return mark === control || (mark.matches('label') && mark.contains(control)) ? 'press' : 'move';
  });
}

/** Two switches and nothing else: Space moves, Enter selects. The first press turns them on. */
export function byTwoSwitches(page: Page): ResidentHand {
  const key = { move: ' ', select: 'Enter', press: 'Enter' } as const;
  const hand: ResidentHand = {
    async press(target) {
      await waitUntilAwake(page, target);
      for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
        const next = await nextTowards(target);
        try {
          await page.keyboard.press(key[next]);
        } catch (error) {
          // Going down, the switch may have ended the session that it was pressed in.
          if (next !== 'press' || !isClosed(error)) throw error;
        }
        if (next === 'press') return;
      }
      throw new Error('two switches do not lead there');
    },
    async type(text) {
      for (const character of text) await hand.press(keyOnScreen(page, character));
    },
  };
  return hand;
}
