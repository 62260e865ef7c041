import { t } from '@lingui/core/macro';
import type { Route } from '../../../shared/application/route.ts';
import { unreachable } from '../../../shared/result.ts';

/** Asks why a resident came. */
export function whyCameInWords(): string {
  return t({
    message: 'Why did you come today?',
    comment:
      'Heading of a question with a few choices, on a resident’s screen, and on the clerk’s for them to read.',
  });
}

/** Why a resident came, in their own words. */
export function ownRouteInWords(route: Route): string {
  switch (route) {
    case 'first':
      return t({
        message: 'I want my first card.',
        comment: 'One of a few choices, on a resident’s screen: why they came.',
      });
    case 'renewal':
      return t({
        message: 'My card has expired, or soon will.',
        comment: 'One of a few choices, on a resident’s screen: why they came.',
      });
    case 'replacement':
      return t({
        message: 'My card was lost or stolen.',
        comment: 'One of a few choices, on a resident’s screen: why they came.',
      });
    case 'correction':
      return t({
        message: 'Something on my card is wrong.',
        comment: 'One of a few choices, on a resident’s screen: why they came.',
      });
    default:
      return unreachable(route);
  }
}
