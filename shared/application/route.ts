/**
 * Why somebody comes to the counter. `first`: they have no card of this programme. `renewal`: the old card has expired or
 * will. `replacement`: it was lost or stolen. `correction`: something on it is wrong, or no longer right.
 */
export const routes = ['first', 'renewal', 'replacement', 'correction'] as const;
export type Route = (typeof routes)[number];

/** What becomes of a fee that is due. */
export const feeSettlements = ['paid', 'waived'] as const;

/** A fee that was due, in cents of the programme's currency, and what became of it. */
export type SettledFee = {
  readonly settled: (typeof feeSettlements)[number];
  readonly cents: number;
};
