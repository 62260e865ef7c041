import type { Page } from '@playwright/test';

/** What scrolls where a screen has too little room: what is above its bar, or the whole screen. */
interface Scrolling {
  /** Where it begins, in pixels from the top of the window; of the screen itself where nothing scrolls. */
  readonly top: number;
  /** By how much it is higher than its place; null: nothing scrolls. */
  readonly beyond: number | null;
}

/** Looks for what scrolls around the screen's middle. */
export function whatScrolls(page: Page): Promise<Scrolling> {
  return page.locator('main').evaluate((main) => {
    let at: Element | null = main;
    while (at !== null && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    const { top } = (at ?? main).getBoundingClientRect();
    return { top, beyond: at === null ? null : at.scrollHeight - at.clientHeight };
  });
}
