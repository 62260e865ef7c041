import type { Page } from '@playwright/test';
import { SECOND_PRESS_MILLISECONDS } from '../../shared/second-press.ts';

/** Holds the timers that wake what came up; answers what lets them go. */
export async function holdAsleep(page: Page): Promise<() => Promise<void>> {
  await page.evaluate((asleep) => {
    const real = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    Object.assign(window, {
      setTimeout(run: () => void, milliseconds?: number) {
        if (milliseconds !== asleep) return real(run, milliseconds);
        held.push(run);
        return 0;
      },
      wake() {
        Object.assign(window, { setTimeout: real });
        for (const each of held) each();
      },
    });
  }, SECOND_PRESS_MILLISECONDS);
  return () => page.evaluate('wake()');
}

/**
 * Holds the timers of this length on the page that is opened next, from its first moment; answers what lets later ones run. What
 * was held never runs.
 */
export async function holdFromTheStart(page: Page, milliseconds: number): Promise<() => Promise<void>> {
  const script = await page.addInitScript((held) => {
    const real = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, after?: number) => (after === held ? 0 : real(run, after)),
      goOn: () => Object.assign(window, { setTimeout: real }),
    });
  }, milliseconds);
  return async () => {
    await script.dispose();
    await page.evaluate('void goOn()');
  };
}
