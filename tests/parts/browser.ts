import { setTimeout as delay } from 'node:timers/promises';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { openWindow } from '../../build/dev/open-window.ts';
import { HAND_MILLISECONDS } from '../../build/kiosk/clerk.ts';

export { expect };

/** The pages of this suite's server. */
interface Pages {
  readonly page: Page;
  /** Puts a part on its stage. */
  stage(name: string): Promise<void>;
  /** Opens the product's page in a state of `npm run dev`. */
  show(state: string): Promise<void>;
  /** Opens the list of all states at one of them. */
  list(at: string): Promise<void>;
}

/** One browser for each worker: every test opens its page anew. */
export const test = base.extend<Omit<Pages, 'page'>, { window: Page }>({
  window: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what it needs from the pattern
    async ({}, use) => {
      const { page, close } = await openWindow();
      pressAsHand(page);
      try {
        await use(page);
      } finally {
        await close();
      }
    },
    // It counts as the first test's otherwise, and a display and a browser have a minute each.
    { scope: 'worker', timeout: 180_000 },
  ],
  page: async ({ window }, use) => {
    await use(window);
    await leave(window);
  },
  stage: ({ page }, use) =>
    use(async (name) => {
      await open(page, `part?stage=${name}`);
      // A page has loaded before React has drawn on it, and a key that is pressed between is heard by nobody.
      await page.locator('#root > main').waitFor();
    }),
  show: ({ page }, use) => use((state) => open(page, `screen?state=${state}`)),
  list: ({ page }, use) => use((at) => open(page, at)),
});

/** Lets every key of the tests come as from a hand: no state tells when the gap behind the key before it is over. */
function pressAsHand({ keyboard }: Page): void {
  const press = keyboard.press.bind(keyboard);
  let pressedAt = Number.NEGATIVE_INFINITY;
  keyboard.press = async (key, options) => {
    await delay(Math.max(0, pressedAt + HAND_MILLISECONDS - performance.now()));
    await press(key, options);
    pressedAt = performance.now();
  };
}

/**
 * Waits until what is on the screen stands in its own letters, and in its place by them: before that every line has another width. Only once something is on
 * the screen: before that no letter is on its way, and all count as loaded.
 */
export async function fontsLoaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What other letters move is measured within a frame, and drawn anew behind it.
    for (let frames = 0; frames < 3; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}${path}`);
}

/**
 * Leaves a page while nobody listens to it: what it was still reading says in the console that it failed, and whoever listens
 * to the next page from its first moment would hear that.
 */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}

/** The state is on its screen, with all that is done there. */
export async function expectState(page: Page, { screen, steps }: Fixture): Promise<void> {
  // Some states come of themselves after a while, and steps take their time on a machine that has more to do.
  await expect(page.locator('html')).toHaveAttribute('data-done', String(steps.length), { timeout: 30_000 });
  // Not whether it is seen: one of the states is covered.
  await expect(page.locator(`main[data-screen="${screen}"]`)).toHaveCount(1);
}

/** What the page says is wrong while this is done: errors in its console. */
export async function complaintsUntil(page: Page, done: () => Promise<void>): Promise<readonly string[]> {
  const complaints: string[] = [];
  const onMessage = (message: ConsoleMessage): void => {
    if (message.type() === 'error') complaints.push(message.text());
  };
  const onBug = (error: Error): void => void complaints.push(error.message);
  page.on('console', onMessage);
  page.on('pageerror', onBug);
  try {
    await done();
  } finally {
    page.off('console', onMessage);
    page.off('pageerror', onBug);
  }
  return complaints;
}
