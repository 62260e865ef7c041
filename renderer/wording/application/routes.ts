import { t } from '@lingui/core/macro';
import type { Route } from '../../../shared/application/route.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why somebody comes to the counter, as the kind of card that they get. */
export function routeInWords(route: Route): string {
  switch (route) {
    case 'first':
      return t({
        message: 'First card',
        comment: 'Kind of card: the applicant has no card of this program yet.',
      });
    case 'renewal':
      return t({ message: 'Renewal', comment: 'Kind of card: the old card has expired, or soon will.' });
    case 'replacement':
      return t({ message: 'Replacement', comment: 'Kind of card: the old card was lost or stolen.' });
    case 'correction':
      return t({ message: 'Correction', comment: 'Kind of card: something on the old card is wrong.' });
    default:
      return unreachable(route);
  }
}
