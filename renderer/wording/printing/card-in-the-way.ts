import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { CardInTheWay } from '../../clerk/print/print-phase.ts';

/**
 * Why an application does not end without a card now, and what comes first. `cardsAreKept`: a legal hold is in force, whatever
 * it is about.
 */
export function cardInTheWayInWords(card: CardInTheWay, cardsAreKept: boolean): string {
  switch (card) {
    case 'on-its-way':
      return t`The printer is making the card. Stop the print first, or wait until the card is out. Nothing is erased until then.`;
    case 'in-doubt':
      return t`First say whether a card came out. Nothing is erased until then.`;
    case 'printed':
      if (cardsAreKept)
        return t({
          message:
            'A card already exists. Nothing is erased before you count it as spoiled. Ask counsel before you destroy it.',
          comment:
            'Why an application can’t be ended while a legal hold is in force. A spoiled card is one that came out wrong; counsel is the city’s lawyer.',
        });
      return t({
        message:
          'A card already exists. Count it as spoiled first, and destroy it. Nothing is erased until then.',
        comment: 'Why an application can’t be ended. A spoiled card is one that is counted and destroyed.',
      });
    default:
      return unreachable(card);
  }
}
