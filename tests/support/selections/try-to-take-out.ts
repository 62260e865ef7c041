import { expect, type Locator, type Page } from '@playwright/test';
import type { ClerkKeyboard } from '../../../build/kiosk/clerk.ts';
import type { XMouse } from '../keyboard/x-mouse.ts';

/** The hands of somebody at the counter: all real X events. */
export interface Hands {
  readonly keys: ClerkKeyboard;
  readonly mouse: XMouse;
}

/** One way to get the text of a field out of it, by hand. */
export interface WayOut {
  readonly name: string;
  go(field: Locator, hands: Hands): Promise<void>;
}

const byKeys = (...presses: readonly string[]): WayOut => ({
  name: presses.join(', '),
  async go(field, { keys }) {
    await field.focus();
    for (const key of presses) await keys.press(key);
  },
});

/** Where the text of a field stands: it begins a little after the left edge. */
async function inside(field: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await field.boundingBox();
  if (box === null) throw new Error('the field is not on the screen');
  return { x: Math.round(box.x + 14), y: Math.round(box.y + box.height / 2), width: box.width };
}

/** Every way that a keyboard and a mouse know. Chromium hands a selection to PRIMARY without being asked to copy. */
export const WAYS_OUT: readonly WayOut[] = [
  byKeys('End', 'shift+Left', 'shift+Left'),
  byKeys('Home', 'shift+End'),
  byKeys('ctrl+a', 'ctrl+c'),
  byKeys('ctrl+a', 'ctrl+Insert'),
  byKeys('ctrl+a', 'ctrl+x'),
  byKeys('ctrl+a', 'shift+Delete'),
  // Coming back to a field by keyboard selects all of it.
  byKeys('Tab', 'shift+Tab'),
  {
    name: 'double click',
    async go(field, { mouse }) {
      mouse.click(await inside(field), { times: 2 });
    },
  },
  {
    name: 'select by dragging',
    async go(field, { keys, mouse }) {
      await field.focus();
      await keys.press('Home');
      const { x, y, width } = await inside(field);
      mouse.drag({ x: x - 8, y }, { x: Math.round(x + width / 2), y });
    },
  },
  {
    name: 'drag out of the field',
    async go(field, { keys, mouse }) {
      await field.focus();
      await keys.press('ctrl+a');
      const from = await inside(field);
      mouse.drag(from, { x: from.x + 60, y: from.y + 90 });
    },
  },
];

/** A key that does nothing here: when it is heard, all that the same hands did before has been heard. */
const LAST_KEY = 'Pause';

/**
 * Waits until all that was done by hand has reached the page, and all that the page said of its selection has been
 * heard: the last key, two frames, so that the event came, and then a question to Electron's main process, which
 * hears one thing after the other.
 */
export async function settled(page: Page, { keys }: Hands): Promise<void> {
  const heard = await page.evaluateHandle((last) => {
    const state = { heard: false };
    const listen = ({ key }: KeyboardEvent): void => {
      if (key !== last) return;
      state.heard = true;
      window.removeEventListener('keyup', listen, { capture: true });
    };
    window.addEventListener('keyup', listen, { capture: true });
    return state;
  }, LAST_KEY);
  await keys.press(LAST_KEY);
  await expect.poll(() => heard.evaluate((state) => state.heard), { intervals: [10] }).toBe(true);
  await heard.dispose();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
    }
    await window.counterfoil.camera(false);
  });
}
