import type { Page } from '@playwright/test';
import { TYPED } from '../../build/dev/fixtures/typed.ts';
import { complaintsUntil, expect, test } from './browser.ts';
import { hammerOn } from './hammering.ts';
import { openResident } from './open-resident.ts';
import { isLong } from './rows.ts';

const SEEDS = isLong ? [11, 12, 13, 14, 15, 16, 17, 18] : [11];
const PRESSES = isLong ? 1_200 : 60;
/**
 * How often a child comes to the kiosk until it has got about: where a press leads depends on what the screen shows just then,
 * and some spend all of theirs among the bar's settings or before the notice.
 */
const MOST_VISITS = 20;

/** Longer than one takes on a machine that has more to do. */
const PRESS_MILLISECONDS = 2_500;

/** What had been entered before. */
const ENTERED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TYPED).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
);

interface Watched {
  /** Fields that did not hold what they were left with. */
  readonly lost: readonly string[];
  /** How often a field came to the screen. */
  readonly arrivals: number;
}

declare global {
  interface Window {
    /** Since `watchFields`. */
    readonly watched?: Watched;
  }
}

/**
 * Watches what becomes of what stands in the fields, from press to press: what comes to the screen stands there as it was
 * left, unless somebody pressed the one button that clears every field.
 */
async function watchFields(page: Page, entered: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((first) => {
    const watched = { lost: [] as string[], arrivals: 0 };
    Object.defineProperty(window, 'watched', { value: watched });
    const left = new Map(Object.entries(first));
    // Somebody pressed the one button that clears them; asleep it does nothing.
    let perhapsCleared = new Set<string>();
    let before = new Set<string>();
    let opened = '';
    const look = (event: Event): void => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('main input[type="text"]')];
      for (const { id, value } of fields) {
        const name = id.replace('answer-', '');
        const was = left.get(name) ?? '';
        if (!before.has(id)) {
          watched.arrivals += 1;
          const isAsLeft = value === was || (value === '' && perhapsCleared.has(name));
          if (!isAsLeft) watched.lost.push(`${name}: “${value}” and not “${was}”`);
          perhapsCleared.delete(name);
        }
        left.set(name, value);
      }
      before = new Set(fields.map(({ id }) => id));
      const pressed = event.target instanceof Element ? event.target.closest('button') : null;
      opened = pressed?.dataset.opens ?? opened;
      // In whatever language: the button beside the main one.
      const isSecond = pressed !== null && pressed.dataset.main !== 'true';
      if (opened === 'start-over' && isSecond && pressed.closest('[role="dialog"]') !== null)
        perhapsCleared = new Set(left.keys());
    };
    // Before anybody else hears of a press, and so as the press before it left everything.
    for (const kind of ['pointerdown', 'pointerup', 'keydown', 'click'])
      window.addEventListener(kind, look, { capture: true });
  }, entered);
}

function whatIsSeen(page: Page) {
  return page.evaluate(() => ({
    screen: document.querySelector<HTMLElement>('main')?.dataset.screen ?? 'nothing',
    lost: window.watched?.lost,
    arrivals: window.watched?.arrivals ?? 0,
  }));
}

for (const seed of SEEDS)
  test(`${PRESSES} presses of a child, of seed ${seed}: nothing breaks, and nothing is lost that nobody cleared`, async ({
    page,
  }) => {
    test.setTimeout(MOST_VISITS * PRESSES * PRESS_MILLISECONDS);
    const child = await hammerOn(page, seed);
    let hasGotAbout = false;
    const visit = async (): Promise<void> => {
      await openResident(page, 'resident-hammered');
      await watchFields(page, ENTERED);
      const presses: string[] = [];
      while (presses.length < PRESSES) {
        presses.push(await child.press());
        const { screen, lost, arrivals } = await whatIsSeen(page);
        hasGotAbout = arrivals > 1;
        const story = `after ${presses.slice(-12).join('; ')}`;
        expect(screen, story).toMatch(/^resident-(question|review|notice|language)$/);
        expect(lost, story).toEqual([]);
      }
    };
    const complaints = await complaintsUntil(page, async () => {
      for (let visits = 0; visits < MOST_VISITS && !hasGotAbout; visits += 1) await visit();
    });
    await child.end();
    expect(complaints).toEqual([]);
    expect(hasGotAbout).toBe(true);
  });

test('a field that does not hold what it was left with is told', async ({ page }) => {
  await openResident(page, 'resident-name-digit');
  await watchFields(page, { ...ENTERED, name: 'Somebody Else' });
  await page.keyboard.press('Shift');
  expect((await whatIsSeen(page)).lost).toEqual(['name: “Wilhelmina 0konkwo” and not “Somebody Else”']);
});
