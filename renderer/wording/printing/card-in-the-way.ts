import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { CardInTheWay } from '../../clerk/print/print-phase.ts';

/** Why an application does not end without a card now, and what comes first. */
export function cardInTheWayInWords(card: CardInTheWay): string {
  switch (card) {
    case 'on-its-way':
      return t`The printer is making the card. Stop it first, or wait until it is out. Nothing is erased before.`;
    case 'in-doubt':
      return t`First say whether a card came out. Nothing is erased before.`;
    case 'printed':
      return t`There is a card already. Count it as spoiled first, and destroy it. Nothing is erased before.`;
    default:
      return unreachable(card);
  }
}
