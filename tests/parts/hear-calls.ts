import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** See `hearCalls`. */
    heardCalls?: readonly unknown[];
  }
}

/** From now on hears what the page asks its core by this call, and answers what it was asked with so far. One call at a time. */
export async function hearCalls(page: Page, name: string): Promise<() => Promise<readonly unknown[]>> {
  await page.evaluate((heardCall) => {
    const { call } = window.counterfoil;
    const heard: unknown[] = [];
    Object.assign(window, { heardCalls: heard });
    Object.assign(window.counterfoil, {
      call(asked: string, input: unknown) {
        if (asked === heardCall) heard.push(input);
        return call(asked, input);
      },
    });
  }, name);
  return () => page.evaluate(() => window.heardCalls ?? []);
}
