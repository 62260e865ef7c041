import { expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { FIRST_LOOK, type ResidentReader } from '../../../shared/residents/look.ts';
import { testClock } from '../clock.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createClerkQueue } from './clerk-queue.ts';
import { createWaitingForClerk } from './waiting-for-clerk.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const READER: ResidentReader = {
  language: 'uk',
  look: { ...FIRST_LOOK, textSize: 'largest', theme: 'high' },
};

/** An application that has so many minutes left, at half a minute past nine. */
function stage(minutesLeft: number, custody: CustodyKind | null = 'sealed') {
  const vault = newVault();
  const { id, ticket } = begin(vault, '2026-11-24', NINE);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const waitingForClerk = createWaitingForClerk(() => true);
  const queue = createClerkQueue({
    ...{ vault, holds, waitingForClerk },
    policies: { retentionOf: () => ({ hours: 4, endOfDay: false }) },
    expiry: { minutesLeft: ({ began }) => (began.wall === NINE ? minutesLeft : 0) },
    custody: { kindOf: () => custody },
    clock: testClock({ now: NINE + MINUTE / 2 }),
  });
  const hold = (applications: readonly ApplicationId[]): void =>
    void holds.set({ scope: 'tickets', reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications });
  return { id, ticket, waitingForClerk, queue, hold };
}

it('whoever joins it is told their number as they read, and waits for a clerk', () => {
  const { id, ticket, waitingForClerk, queue } = stage(240);
  expect(waitingForClerk.has(id)).toBe(false);
  expect(queue.join(id, READER)).toEqual({
    ...{ kind: 'ticket', ticket, ...READER },
    // What is left is rounded up, and the minute that has begun counts down.
    waits: { until: NINE + 239 * MINUTE, custody: 'sealed' },
  });
  expect(waitingForClerk.has(id)).toBe(true);
});

it('nobody is told a moment that has passed, and no moment of what a hold keeps', () => {
  const over = stage(0);
  expect(over.queue.join(over.id, READER).waits.until).toBe(NINE);
  const held = stage(240);
  held.hold([held.id]);
  expect(held.queue.join(held.id, READER).waits).toEqual({ until: null, custody: 'sealed' });
});

it('what has no key does not wait', () => {
  const { id, waitingForClerk, queue } = stage(240, null);
  expect(() => queue.join(id, READER)).toThrow('no key');
  expect(waitingForClerk.has(id)).toBe(false);
});
