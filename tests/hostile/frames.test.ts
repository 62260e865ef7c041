import fc from 'fast-check';
import { expect, it } from 'vitest';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { CLERK, FIRST_STAFF } from '../../electron/keeper/start/keeper.test-support.ts';
import { expectNothingSaid } from './attack.test-support.ts';
import { APPLICANT, ECHO } from './inputs.test-support.ts';
import { all, watchedKeeper } from './keeper.test-support.ts';
import { nonsense } from './nonsense.test-support.ts';

/** What is no request of a page, whole or as bytes that are no frame. */
const noRequest = fc.oneof(
  nonsense(false).map((message) => ({ message })),
  fc
    .record({ id: fc.constant(-1), call: fc.constant(ECHO), input: nonsense(false) })
    .map((message) => ({ message })),
  fc.uint8Array({ minLength: 8, maxLength: 64 }).map((tail) => ({ bytes: Uint8Array.of(0xff, ...tail) })),
);

it('what is no request ends its own session at worst: the next one has the application whole', {
  timeout: 600_000,
}, async () => {
  const watched = await watchedKeeper();
  const { services } = watched.keeper;
  const first = await watched.page();
  await first.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
  await first.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
  await first.does('signIn', CLERK);
  await first.does('startApplication', {});
  await first.does('answer', { field: 'name', typed: APPLICANT.name });
  for (const [place, wrong] of fc
    .sample(noRequest, all ? { numRuns: 40 } : { numRuns: 2, seed: 1 })
    .entries()) {
    const page = await watched.page();
    const before = (await page.does('getState', {})).application;
    if ('bytes' in wrong) page.sayBytes(wrong.bytes);
    else page.say(wrong.message);
    await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]), 60_000);
    await until(() => expect(services.pool.shown()).not.toBe(page.session), 60_000);
    await until(() => expect(services.pool.shown()).not.toBeNull(), 60_000);
    const next = await watched.page();
    const { openNext } = (await next.does('getState', {})).status;
    // One that was opened by itself, and whose session died again, waits for a clerk.
    expect(openNext).toBe(place % 2 === 0 ? before?.ticket : null);
    if (before !== null) await next.does('openApplication', { ticket: before.ticket });
    // Each session counts its revisions from the beginning.
    expect((await next.does('getState', {})).application).toEqual(before && { ...before, revision: 1 });
  }
  expectNothingSaid(watched);
});
