import { expect, it } from 'vitest';
import type { Shortage } from '../../../shared/contract/refusals.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import { watchSurroundings } from './watch-surroundings.ts';

it('tells of each change once', () => {
  let shortage: Shortage | null = null;
  let doubt: DateDoubt | null = null;
  const now = { elapsed: 0, wall: 0 };
  const hasChanged = watchSurroundings({
    space: { shortage: () => shortage },
    time: { doubt: () => doubt, now: () => now, confirm: () => undefined, tick: () => undefined },
  });
  expect(hasChanged()).toBe(false);
  shortage = { place: 'disk', freeMegabytes: 4, neededMegabytes: 5 };
  expect([hasChanged(), hasChanged()]).toEqual([true, false]);
  // Less still, at the same place: the same sentence.
  shortage = { ...shortage, freeMegabytes: 3 };
  expect(hasChanged()).toBe(false);
  doubt = 'behind';
  expect([hasChanged(), hasChanged()]).toEqual([true, false]);
  shortage = null;
  doubt = null;
  expect([hasChanged(), hasChanged()]).toEqual([true, false]);
});
