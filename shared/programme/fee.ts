import type { ValidAnswers } from '../application/answers.ts';
import { ageOn } from '../application/birth-date.ts';
import type { Fee, Route } from '../application/route.ts';
import type { CalendarDate } from '../calendar.ts';
import type { PolicyRules } from './complete.ts';
import { type AgeSpan, isInAges } from './documents/documents.ts';

/** What a policy says of fees; of a draft an amount may be `null`. */
interface FeePolicy<Cents extends number | null> {
  readonly feeCents: Cents;
  readonly fees?:
    | readonly {
        readonly route?: Route | undefined;
        readonly ages?: AgeSpan | undefined;
        readonly cents: Cents;
      }[]
    | undefined;
}

/** What somebody of this age, in completed years, pays on this route, in cents: by the first entry that fits. */
export function feeFor<Cents extends number | null>(
  { feeCents, fees = [] }: FeePolicy<Cents>,
  route: Route,
  age: number,
): Cents {
  const fits = fees.find(
    (fee) =>
      (fee.route === undefined || fee.route === route) && (fee.ages === undefined || isInAges(fee.ages, age)),
  );
  return fits === undefined ? feeCents : fits.cents;
}

/** What is due today, in cents; 0 for nothing. */
export function feeDue(
  policy: PolicyRules,
  { birthDate }: Pick<ValidAnswers, 'birthDate'>,
  route: Route,
  today: CalendarDate,
): number {
  return feeFor(policy, route, ageOn(birthDate, today));
}

/** Whether something is to be said of the fee before the card is printed: what is due, or what there is of it for another. */
export function isFeeOpen(fee: Fee, due: number): boolean {
  return fee === null ? due > 0 : fee.settled === 'paid-for-another';
}

/** Every amount that somebody may have to pay on this route, in cents, whatever their age. */
export function amountsOn(
  { feeCents, fees = [] }: Pick<PolicyRules, 'feeCents' | 'fees'>,
  route: Route,
): readonly number[] {
  const ofRoute = fees.filter((fee) => fee.route === undefined || fee.route === route);
  return [feeCents, ...ofRoute.map(({ cents }) => cents)].filter((cents) => cents > 0);
}

/** The currency that amounts are in, as ISO 4217 writes it. */
export function currencyOf({ currency }: { readonly currency?: string | undefined }): string {
  return currency ?? 'USD';
}
