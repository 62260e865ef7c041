import { t } from '@lingui/core/macro';
import type { Outcome, SpoilReason } from '../../../shared/application/application-state.ts';
import type { Span } from '../../../shared/contract/statistics/statistics-acts.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Figure } from '../../../shared/statistics/hide-small.ts';
import { spoilReasonInWords } from '../printing/spoil-reason.ts';

/** How applications ended, as the heading of a column of figures. */
export function outcomeHeading(outcome: Outcome): string {
  switch (outcome) {
    case 'issued':
      return t({
        message: 'Handed over',
        comment: 'Column heading above counts of applications: the card was handed over.',
      });
    case 'denied':
      return t({ message: 'Denied', comment: 'Column heading above counts of applications.' });
    case 'withdrawn':
      return t({
        message: 'Withdrawn',
        comment: 'Column heading above counts of applications: the applicant left without a card.',
      });
    case 'expired':
      return t({
        message: 'Expired',
        comment: 'Column heading above counts of applications: nobody finished them in time.',
      });
    case 'called-off':
      return t({
        message: 'Called off',
        comment:
          'Column heading above counts of applications: they were ended because intake was suspended or the kiosk packed up.',
      });
    default:
      return unreachable(outcome);
  }
}

/**
 * Why cards were spoiled, as the heading of a column of figures. “not-collected” is counted also where the kiosk ended the
 * application, or a card is missing: of none of them anybody said that its applicant left.
 */
export function spoilReasonHeading(reason: SpoilReason): string {
  return reason === 'not-collected'
    ? t({
        message: 'Not given to the applicant',
        comment: 'Column heading above counts of spoiled cards: nobody took them, or they are missing.',
      })
    : spoilReasonInWords(reason);
}

/** The heading of the column that names the rows. */
export function spanHeading(span: Span): string {
  switch (span) {
    case 'day':
      return t({ message: 'Day', context: 'span', comment: 'Column heading: each row is one day.' });
    case 'week':
      return t({ message: 'Week', context: 'span', comment: 'Column heading: each row is one week.' });
    default:
      return unreachable(span);
  }
}

/** A figure as it stands in a table. */
export function figureInWords(figure: Figure): string {
  return figure === null
    ? t({
        message: 'hidden',
        comment: 'In a table, in the place of a number that is not shown because it is small.',
      })
    : `${figure}`;
}

/** What is left out of the figures, and why, in sentences. */
export function leftOutInWords(smallestCount: number): readonly string[] {
  return [
    t({
      message: `A row in which every count is 0 shows 0. Otherwise, counts below ${smallestCount}, and zeros, are hidden, and so is any other count that would reveal one.`,
      comment: 'Above tables of counts, on the screen and on paper. {smallestCount} is a number like 5.',
    }),
    t`There are no totals: a total would reveal what is hidden.`,
    t`Not counted: reasons for denials, and how long applicants waited. The kiosk keeps neither.`,
  ];
}
