import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';

/** What comes before “Card handed over”, told at that button. */
export function firstOfHandoffInWords(first: 'card' | 'old-card' | 'look'): string {
  switch (first) {
    case 'card':
      return t({
        message: 'First scan the card.',
        comment:
          'Note at a button that does nothing yet. Above it is a field for the number of the new card.',
      });
    case 'old-card':
      return t({
        message: 'First destroy the old card, then press F2.',
        comment: 'Note at a button that does nothing yet. F2 is a key.',
      });
    case 'look':
      return t({
        message: 'Look at the card first, then press F12 again.',
        comment:
          'Note at the handoff’s button, for a clerk who pressed F12 the moment this screen came up. F12 is a key.',
      });
    default:
      return unreachable(first);
  }
}
