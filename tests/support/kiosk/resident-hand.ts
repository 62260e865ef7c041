import type { Locator, Page } from '@playwright/test';

/** What a resident works the screen with: a finger, a keyboard, or two switches. */
export interface ResidentHand {
  /** Presses a button, which is there and does something by then. */
  press(target: Locator): Promise<void>;
  /** Letters and digits, into the field at hand. */
  type(text: string): Promise<void>;
}

/** The button at the thumb. */
export function mainButton(page: Page): Locator {
  return page.locator('main [data-main="true"]');
}

/** A key of the keyboard on the screen. */
export function keyOnScreen(page: Page, character: string): Locator {
  return page.locator('[data-on-screen-keyboard]').getByText(character, { exact: true });
}

/** Waits until a question is asked: the third of seven, in any language. */
export async function asked(page: Page, number: number): Promise<void> {
  await page.locator(`[data-progress^="${number}/"]`).waitFor({ state: 'attached' });
}

/** How many questions there are, while one is asked. */
export async function questionCount(page: Page): Promise<number> {
  const progress = await page.locator('[data-progress]').getAttribute('data-progress');
  return Number(progress?.split('/').at(-1));
}

/** Waits until a button that sleeps for a moment does something. */
export async function waitUntilAwake(page: Page, target: Locator): Promise<void> {
  await target.and(page.locator(':not([data-asleep="true"])')).waitFor();
}
