import type { ExpectedFees } from '../contract/counter-day/day-acts.ts';

/** How what is in the drawer stands to the number of fees; what the ledger is told of it. */
export type DrawerVerdict = 'as-expected' | 'short' | 'over' | 'not-counted';

/** `cents`: in the smallest unit of the currency; null: nobody counted it. */
export function drawerVerdict(expected: ExpectedFees | null, cents: number | null): DrawerVerdict {
  if (cents === null || expected === null) return 'not-counted';
  if (cents < expected.leastCents) return 'short';
  return cents > expected.mostCents ? 'over' : 'as-expected';
}
