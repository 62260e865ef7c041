import { expect, type Page } from '@playwright/test';
import type { AttachedSession } from '../../../build/kiosk/attach.ts';
import { waitForStart } from '../../../build/kiosk/clerk.ts';
import { getState } from './core-calls.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** Waits for the fresh session after an application has ended, until the next person may begin. */
export async function nextStart(kiosk: TestKiosk, before: AttachedSession): Promise<AttachedSession> {
  const next = await kiosk.shown(before);
  await waitForStart(next.page);
  await next.page.locator('[data-last-ending="ended"]').waitFor();
  return next;
}

/** What the start screen counts today, and that nobody is in progress. */
export async function expectCounts(
  page: Page,
  counts: { readonly issued: number; readonly spoiled: number; readonly wiped: number },
): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    await expect(page.locator(`[data-count="${name}"]`), name).toHaveText(String(count));
  }
  await expect(page.locator('[data-ticket]')).toHaveCount(0);
  expect((await getState(page)).status).toMatchObject({ counts, inProgress: [] });
}
