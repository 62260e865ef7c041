import { expect, it } from 'vitest';
import type { Shortage } from '../../../shared/contract/refusals.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import { watchOutside } from './watch-outside.ts';

function stage() {
  const now: { shortage: Shortage | null; doubt: DateDoubt | null; isLow: boolean } = {
    ...{ shortage: null, doubt: null, isLow: false },
  };
  const outside = watchOutside({
    space: { shortage: () => now.shortage },
    time: { doubt: () => now.doubt },
    battery: { isLow: () => now.isLow },
  });
  /** As the keeper does: it tells the screens, if there is something to tell. */
  const hasTold = (): boolean => {
    if (!outside.haveChanged()) return false;
    outside.told();
    return true;
  };
  return { now, outside, hasTold };
}

it('is told of each change once', () => {
  const { now, hasTold } = stage();
  expect(hasTold()).toBe(false);
  now.shortage = { place: 'disk', freeMegabytes: 4, neededMegabytes: 5 };
  expect([hasTold(), hasTold()]).toEqual([true, false]);
  // Less still, at the same place: the same sentence.
  now.shortage = { ...now.shortage, freeMegabytes: 3 };
  expect(hasTold()).toBe(false);
  now.doubt = 'behind';
  expect([hasTold(), hasTold()]).toEqual([true, false]);
  now.isLow = true;
  expect([hasTold(), hasTold()]).toEqual([true, false]);
  now.isLow = false;
  expect([hasTold(), hasTold()]).toEqual([true, false]);
  now.shortage = null;
  now.doubt = null;
  expect([hasTold(), hasTold()]).toEqual([true, false]);
});

it('is told again of what comes back after the screens were told that it is over', () => {
  const { now, outside, hasTold } = stage();
  expect(hasTold()).toBe(false);
  now.doubt = 'ahead';
  expect(hasTold()).toBe(true);
  // Somebody confirms the date, and every screen hears that; a moment later the clock is set once more.
  now.doubt = null;
  outside.told();
  now.doubt = 'ahead';
  expect(hasTold()).toBe(true);
});
