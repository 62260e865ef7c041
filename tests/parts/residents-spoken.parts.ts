import type { Page } from '@playwright/test';
import { TYPED } from '../../build/dev/fixtures/typed.ts';
import { expect, test } from './browser.ts';
import { openResident } from './open-resident.ts';

declare global {
  interface Window {
    /** What was said since `listen`. */
    readonly heard?: readonly string[];
  }
}

/** Keeps all that the page has said aloud from now on: by its live region, and by whatever else speaks by itself. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    const hear = (): void => {
      for (const speaker of document.querySelectorAll('[aria-live], [role="status"], [role="alert"]'))
        heard.push(speaker.textContent ?? '');
    };
    new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true });
    hear();
  });
}

/** Each text once that was said. */
async function heardOn(page: Page): Promise<readonly string[]> {
  const heard = await page.evaluate(() => window.heard ?? []);
  return [...new Set(heard)].filter((text) => text.trim() !== '');
}

/** Words and numbers of what somebody typed, without those of one letter or two. */
function wordsOf(...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\s·-]+/)).filter((word) => word.length > 2);
}

function spokenOf(heard: readonly string[], words: readonly string[]): readonly string[] {
  const found = (text: string) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return heard.filter(found);
}

const OF_WILHELMINA = wordsOf(
  TYPED.name,
  TYPED.birthYear,
  TYPED.libraryNumber,
  TYPED.emergencyName,
  TYPED.emergencyPhone,
);

const STOPS = 60;

/** Goes over the screen by the switch that moves, and into some of its groups. */
async function goOver(page: Page): Promise<void> {
  for (let presses = 0; presses < STOPS; presses += 1) {
    await page.keyboard.press('F7');
    const isGroup = await page.locator('[data-switch-group][data-switch-at="stop"]').count();
    if (isGroup > 0 && presses < STOPS / 2) await page.keyboard.press('F8');
  }
}

for (const state of [
  'resident-name',
  'resident-name-digit',
  'resident-contact',
  'resident-review',
  'resident-leave',
  'resident-idle',
])
  test(`nothing of what was typed is said aloud: ${state}`, async ({ page }) => {
    await openResident(page, state, { switchKeys: 'f7-f8' });
    await listen(page);
    const field = page.locator('main input[type="text"]').first();
    const typed = 'Zzebulon Qquimby';
    if (state === 'resident-name' || state === 'resident-contact') await field.fill(typed);
    await goOver(page);
    const heard = await heardOn(page);
    expect(heard.length).toBeGreaterThan(2);
    const words = [...OF_WILHELMINA, ...wordsOf(typed)];
    expect(spokenOf(heard, words)).toEqual([]);
    // It would be heard.
    await page.locator('[data-live-announcer]').evaluate((speaker) => {
      speaker.textContent = 'Name, Wilhelmina';
    });
    expect(spokenOf(await heardOn(page), words)).toEqual(['Name, Wilhelmina']);
  });
