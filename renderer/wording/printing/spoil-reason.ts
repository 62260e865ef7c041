import { t } from '@lingui/core/macro';
import type { SpoilReason } from '../../../shared/application/lifecycle.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why a card cannot be given to the person, as a clerk chooses it. */
export function spoilReasonInWords(reason: SpoilReason): string {
  switch (reason) {
    case 'smudged':
      return t({
        message: 'Smudged or faded',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed.',
      });
    case 'misaligned':
      return t({
        message: 'Printed off center',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed.',
      });
    case 'incomplete':
      return t({
        message: 'Part of the print is missing',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed.',
      });
    case 'damaged':
      return t({
        message: 'Bent, scratched, or broken',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed.',
      });
    case 'wrong-details':
      return t({
        message: 'A detail on it is wrong',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed. “It” is the card.',
      });
    case 'wrong-photo':
      return t({
        message: 'The photo is wrong',
        comment: 'Reason why a card is spoiled, that is, counted as wrong and destroyed.',
      });
    case 'not-collected':
      return t({
        message: 'The applicant left without it',
        comment: 'Reason why a card is spoiled, that is, counted and destroyed. “It” is the card.',
      });
    default:
      return unreachable(reason);
  }
}

/**
 * Why a card counts as spoiled, in the ledger. It has “not-collected” also where the kiosk ended the application, and of such a
 * card nobody said that its applicant left.
 */
export function countedReasonInWords(reason: SpoilReason): string {
  return reason === 'not-collected'
    ? t({
        message: 'not given to the applicant',
        comment: 'Ledger entry, after “Reason:”: why a card counts as spoiled.',
      })
    : spoilReasonInWords(reason);
}
