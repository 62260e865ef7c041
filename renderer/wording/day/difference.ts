import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import { type DrawerVerdict, drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import { moneyInWords } from '../../../shared/money-in-words.ts';
import { unreachable } from '../../../shared/result.ts';

/** At the field itself, once its number was taken: how many blank cards the kiosk expects besides. */
export function addedInWords(added: number): string {
  return t({
    message: plural(added, {
      one: 'Noted: # blank card added. Another number replaces this one.',
      other: 'Noted: # blank cards added. Another number replaces this one.',
    }),
    comment: 'Below a field, once the number of unprinted cards that came in during the day was taken.',
  });
}

/** How many blank cards are too few or too many, as soon as the number is typed. */
export function blanksDifferenceInWords(counted: number, expected: number): string {
  const over = -expected;
  if (over > 0)
    return t({
      message: plural(over, {
        one: '# more card was used than was counted at opening and added.',
        other: '# more cards were used than were counted at opening and added.',
      }),
      comment:
        'Below a field for the number of unprinted cards that are left. One of the counts before is wrong.',
    });
  if (counted === expected)
    return t({
      message: `${expected} expected. No difference.`,
      comment: 'Below a field. {expected} is the number of unprinted cards that should be left.',
    });
  if (counted < expected) {
    const missing = expected - counted;
    return t({
      message: `${expected} expected: ${missing} too few.`,
      comment: 'Below a field. {expected} is the number of unprinted cards that should be left.',
    });
  }
  const more = counted - expected;
  return t({
    message: `${expected} expected: ${more} too many.`,
    comment: 'Below a field. {expected} is the number of unprinted cards that should be left.',
  });
}

/**
 * Why money and number may differ though nobody miscounted: fees are counted at handoff, and taken before. `open`: open
 * applications.
 */
export function otherFeesInWords(verdict: DrawerVerdict, open: number): readonly string[] {
  const stillOpen = t({
    message: plural(open, {
      one: 'A fee counts at handoff. # application is still open: a fee paid for it isn’t counted yet.',
      other: 'A fee counts at handoff. # applications are still open: fees paid for them aren’t counted yet.',
    }),
    comment:
      'Below the field for the money in the drawer, about the number of paid fees. Handoff is giving the card to the applicant.',
  });
  const ended = t({
    message: 'A fee paid for an application that ended without a card isn’t counted.',
    comment: 'Below the field for the money in the drawer, which has too much.',
  });
  const earlier = t({
    message: 'A fee paid before this day was opened is counted here if its card was handed over since.',
    comment: 'Below the field for the money in the drawer, which has too little.',
  });
  return [
    ...(open === 0 ? [] : [stillOpen]),
    ...(verdict === 'over' ? [ended] : []),
    ...(verdict === 'short' ? [earlier] : []),
  ];
}

/** How the drawer stands to the number of paid fees, as soon as the amount is typed. */
export function drawerInWords(fees: DayFigures['fees'], cents: number): string {
  const { paid, expected } = fees;
  if (expected === null) return '';
  const least = moneyInWords(expected.leastCents, expected.currency, i18n.locale);
  const most = moneyInWords(expected.mostCents, expected.currency, i18n.locale);
  const range =
    least === most
      ? t({
          message: plural(paid, {
            one: `# paid fee comes to ${least}.`,
            other: `# paid fees come to ${least}.`,
          }),
          comment: 'Below the field for the money in the drawer. {least} is an amount like $10.00.',
        })
      : t({
          message: plural(paid, {
            one: `# paid fee comes to between ${least} and ${most}.`,
            other: `# paid fees come to between ${least} and ${most}.`,
          }),
          comment: 'Below the field for the money in the drawer. {least} and {most} are amounts like $10.00.',
        });
  const verdict = drawerVerdict(expected, cents);
  switch (verdict) {
    case 'as-expected':
      return least === most
        ? t({
            message: `${range} The drawer matches.`,
            comment: 'Below the field for the money in the drawer. {range} is a sentence.',
          })
        : t({
            message: `${range} The drawer is in this range.`,
            comment: 'Below the field for the money in the drawer. {range} is a sentence with two amounts.',
          });
    case 'short': {
      const missing = moneyInWords(expected.leastCents - cents, expected.currency, i18n.locale);
      return t({
        message: `${range} The drawer is ${missing} short.`,
        comment: 'Below the field for the money in the drawer. {range} is a sentence, {missing} an amount.',
      });
    }
    case 'over': {
      const more = moneyInWords(cents - expected.mostCents, expected.currency, i18n.locale);
      return t({
        message: `${range} The drawer is ${more} over.`,
        comment: 'Below the field for the money in the drawer. {range} is a sentence, {more} an amount.',
      });
    }
    case 'not-counted':
      return range;
    default:
      return unreachable(verdict);
  }
}
