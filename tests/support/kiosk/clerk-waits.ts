import type { Page } from '@playwright/test';
import { SECONDS_PER_FACE } from './test-kiosk.ts';

/** How long the clerk's keys waited, in seconds, by the screen that they waited for. */
export type ClerkWaits = Readonly<Record<string, number>>;

/**
 * Records in the page itself, from the key's own time stamp to the moment that the next screen is there: what the program
 * that presses the keys takes to notice is not the clerk's waiting. The photo's screen is there once the camera's picture
 * is, and the card's question once it is named. The read-back is read meanwhile: its moment of sleep is no waiting, nor are
 * the seconds in which the printer prints.
 */
export async function recordWaits(
  page: Page,
  secondsPerFace = SECONDS_PER_FACE,
): Promise<() => Promise<ClerkWaits>> {
  const recorder = await page.evaluateHandle(() => {
    const screenNow = () => document.querySelector('main')?.dataset.screen;
    const isThere: Readonly<Record<string, () => boolean>> = {
      // What is on the screen while a card is printed asks for no key.
      print: () => false,
      photo: () =>
        document.querySelector('main button[aria-keyshortcuts="Space"]:not([aria-disabled="true"])') !== null,
      named: () => document.querySelector('[data-enabled="true"]') !== null,
    };
    let lastKey = performance.now();
    let seen = screenNow();
    const waited: Record<string, number> = {};
    addEventListener('keydown', ({ timeStamp }) => (lastKey = timeStamp), { capture: true });
    new MutationObserver(() => {
      const screen = screenNow();
      const place = screen === 'hand-over' && isThere.named?.() === true ? 'named' : screen;
      if (place === seen || place === undefined || isThere[place]?.() === false) return;
      seen = place;
      waited[place] = (waited[place] ?? 0) + (performance.now() - lastKey) / 1000;
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return { waited: () => waited };
  });
  return async () => {
    const { 'hand-over': printed = 0, ...waited } = await recorder.evaluate((recorded) => recorded.waited());
    return { ...waited, 'hand-over': printed - 2 * secondsPerFace };
  };
}
