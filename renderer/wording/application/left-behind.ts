import { t } from '@lingui/core/macro';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { amountsOn } from '../../../shared/programme/fee.ts';
import { offeredRoutes, takesOldCardIn } from '../../../shared/programme/routes.ts';

/**
 * What somebody whose application ended or ends without a card may have left at the counter; null where the policy takes
 * nothing. By the policy alone: whether they did is sealed in the application, and goes with it.
 */
export function leftBehindInWords(
  policy: Pick<CompletePolicy, 'feeCents' | 'fees' | 'routes'>,
): string | null {
  const offered = offeredRoutes(policy);
  const takesFees = offered.some((route) => amountsOn(policy, route).length > 0);
  const takesOldCards = offered.some((route) => takesOldCardIn(policy, route));
  if (takesFees && takesOldCards)
    return t({
      message: 'If an applicant paid a fee or left an old card, return what they gave.',
      comment: 'To staff, when applications end without a card. The kiosk can’t know whether anyone paid.',
    });
  if (takesFees)
    return t({
      message: 'If an applicant paid a fee, return it.',
      comment: 'To staff, when applications end without a card, where none may have left an old card.',
    });
  if (takesOldCards)
    return t({
      message: 'If an applicant left an old card, return it.',
      comment: 'To staff, when applications end without a card, where cards are free.',
    });
  return null;
}
