import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Route, routes } from '../application/route.ts';
import { isInAges } from './documents/documents.ts';
import { amountsOn, currencyOf, feeDue, feeFor } from './fee.ts';
import { harborCity } from './harbor-city.test-support.ts';

const route = fc.constantFrom(...routes);
const age = fc.integer({ min: 0, max: 125 });
const ages = fc
  .tuple(age, fc.option(age, { nil: undefined }))
  .map(([one, other]) =>
    other === undefined ? { from: one } : { from: Math.min(one, other), to: Math.max(one, other) },
  );
const cents = fc.integer({ min: 0, max: 100_000 });
const fee = fc.record({ route, ages, cents }, { requiredKeys: ['cents'] });
const policy = fc
  .record({ feeCents: cents, fees: fc.array(fee, { maxLength: 6 }) })
  .map((given) => ({ ...harborCity, ...given }));

describe('the fee under any policy', () => {
  it('is the amount of the first entry that fits, and without one that of all', () => {
    fc.assert(
      fc.property(policy, route, age, (of, on, years) => {
        const fitting = of.fees.filter(
          (each) => (each.route ?? on) === on && (each.ages === undefined || isInAges(each.ages, years)),
        );
        expect(feeFor(of, on, years)).toBe(fitting[0]?.cents ?? of.feeCents);
      }),
    );
  });

  it('is one of the amounts that are possible on its route, or nothing', () => {
    fc.assert(
      fc.property(policy, route, age, (of, on, years) => {
        const due = feeFor(of, on, years);
        expect(due === 0 || amountsOn(of, on).includes(due)).toBe(true);
        expect(amountsOn(of, on).every((amount) => amount > 0)).toBe(true);
      }),
    );
  });

  it('does not change by entries for others, nor by one behind an entry for everybody', () => {
    fc.assert(
      fc.property(policy, route, age, fee, (of, on, years, more) => {
        const others: Route[] = routes.filter((each) => each !== on);
        const forOthers = others.map((each) => ({ route: each, cents: 7 }));
        expect(feeFor({ ...of, fees: [...forOthers, ...of.fees] }, on, years)).toBe(feeFor(of, on, years));
        const closed = { ...of, fees: [...of.fees, { cents: 11 }] };
        expect(feeFor({ ...closed, fees: [...closed.fees, more] }, on, years)).toBe(
          feeFor(closed, on, years),
        );
      }),
    );
  });
});

describe('Harbor City', () => {
  const today = { year: 2026, month: 11, day: 24 };
  const bornIn = (year: number) => ({ birthDate: { year, month: 11, day: 24 } });

  it.each([
    [2009, 0],
    [2008, 1000],
    [1962, 1000],
    [1961, 0],
  ])('asks of somebody born in %i for a replacement %i cents, from the birthday on', (year, due) => {
    expect(feeDue(harborCity, bornIn(year), 'replacement', today)).toBe(due);
    expect(feeDue(harborCity, bornIn(year), 'first', today)).toBe(0);
    expect(feeDue(harborCity, bornIn(year), 'renewal', today)).toBe(0);
  });

  it('says its amounts in dollars, as a policy does that names no currency', () => {
    expect(currencyOf(harborCity)).toBe('USD');
    expect(currencyOf({ currency: 'EUR' })).toBe('EUR');
  });
});
