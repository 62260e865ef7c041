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
