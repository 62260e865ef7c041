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

/** What the city has received for another route or birth date, in cents. Of what is due now nobody has said anything. */
export type FeeForAnother = { readonly settled: 'paid-for-another'; readonly cents: number };

/** What is known of the fee. Null: nobody has said anything, or nothing was due. */
export type Fee = SettledFee | FeeForAnother | null;

/** What became of the fee that is due now; null: nobody has said, or nothing is due. */
export function settledFee(fee: Fee): SettledFee | null {
  return fee === null || fee.settled === 'paid-for-another' ? null : fee;
}

/** What the city has of the applicant's, in cents. */
export function receivedCents(fee: Fee): number {
  return fee === null || fee.settled === 'waived' ? 0 : fee.cents;
}
