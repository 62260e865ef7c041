import type { Locator, Page } from '@playwright/test';

/** A finger on the glass: each touch begins and ends in the middle of what it is meant for. */
export interface Finger {
  tap(target: Locator): Promise<void>;
  /** Letters and digits, on the keyboard on the screen. */
  type(text: string): Promise<void>;
}

/** Whatever is touched is in sight and does something by then. */
export function finger(page: Page): Finger {
  async function tap(target: Locator): Promise<void> {
    await target.and(page.locator(':not([data-asleep="true"])')).waitFor();
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('there is nothing to touch');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // The touch may have ended the session that it was made in.
    await session.detach().catch(() => undefined);
  }
  return {
    tap,
    async type(text) {
      for (const character of text)
        await tap(page.locator('[data-on-screen-keyboard]').getByText(character, { exact: true }));
    },
  };
}

/** The button at the thumb. */
export function mainButton(page: Page): Locator {
  return page.locator('main [data-main="true"]');
}

/** Waits until a question is asked: "Question 3 of 7". */
export function asked(page: Page, number: number): Promise<void> {
  return page.getByText(new RegExp(`^Question ${number} of [0-9]+$`)).waitFor();
}

/** How many questions there are, while one is asked. */
export async function questionCount(page: Page): Promise<number> {
  const said = await page.getByText(/^Question \d+ of \d+$/).textContent();
  return Number(said?.split(' ').at(-1));
}
