/**
 * Why somebody comes to the counter. `first`: they have no card of this programme. `renewal`: the old card has expired or
 * will. `replacement`: it was lost or stolen. `correction`: something on it is wrong, or no longer right.
 */
export const routes = ['first', 'renewal', 'replacement', 'correction'] as const;
export type Route = (typeof routes)[number];

/** What became of the fee at the counter. `none`: there was none to pay. */
export const feeSettlements = ['none', 'paid', 'waived'] as const;
export type FeeSettlement = (typeof feeSettlements)[number];
