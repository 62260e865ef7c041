import { expect } from 'vitest';
import type { RecordSearchStatus } from '../../../shared/contract/command/record-search.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { CLERK, PERSON, pageOf, SECOND_SUPERVISOR } from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';

/** A second supervisor, who has chosen their own passphrase. */

/** The page of the session that took the place of this one's, once that is gone. */
export async function nextPage(keeper: RunningKeeper, page: Page): Promise<Page> {
  await until(() => {
    expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid);
    expect(keeper.services.occupants.has(page.session.token)).toBe(false);
    expect(livingProcessesOf(page.session.pid)).toEqual([]);
  });
  return pageOf(keeper);
}

/** An application with this name is begun and left open; answers the page after it. */
export async function leaveOpen(
  keeper: RunningKeeper,
  page: Page,
  given: Readonly<Partial<Record<'name' | 'chosenName' | 'emergencyName', string>>> = PERSON,
): Promise<Page> {
  await page.does('signIn', CLERK);
  await page.does('startApplication', {});
  for (const field of ['name', 'chosenName', 'emergencyName'] as const) {
    const typed = given[field];
    if (typed !== undefined) await page.does('answer', { field, typed });
  }
  await page.does('putAside', {});
  return nextPage(keeper, page);
}

/** Two supervisors have everything searched for a name, in a session that was begun for it. Waits for what it comes to. */
export async function search(
  page: Page,
  typed: string,
  reason: 'subpoena' | 'own-request' = 'subpoena',
): Promise<RecordSearchStatus | null> {
  const { digest } = await page.does('askForName', { typed });
  await page.does('approve', { act: 'searchRecords', digest, reason, ...SECOND_SUPERVISOR });
  await page.does('searchRecords', { reason });
  return settled(page);
}

/** What a search in this session came to. */
export async function settled(page: Page): Promise<RecordSearchStatus | null> {
  let status: RecordSearchStatus | null = null;
  await expect
    .poll(
      async () => {
        status = (await page.status()).recordSearch;
        return status?.kind;
      },
      { timeout: 60_000, interval: 30 },
    )
    .toBeOneOf(['answered', 'stopped']);
  return status;
}

/** A search from its beginning to the session after it, and what it came to. */
export async function searchOnce(keeper: RunningKeeper, page: Page, typed: string) {
  await page.does('beginRecordSearch', {});
  const status = await search(page, typed);
  await page.does('endRecordSearch', {});
  return { status, next: await nextPage(keeper, page) };
}
