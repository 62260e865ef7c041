import { t } from '@lingui/core/macro';
import type { CardNaming } from '../../shared/card/number/card-naming.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { refusalInWords } from './refusal.ts';

/** What a text lacks that names no card. */
type CardNamingProblem = Extract<CardNaming, { readonly kind: 'partial' | 'misread' }>;

/** Why no card was found: its text names none, or the core said no. */
export type CardNotFound = CardNamingProblem | Refusal;

/** Why no card was found, and what to do. */
export function cardNotFoundInWords(why: CardNotFound): string {
  switch (why.kind) {
    case 'partial':
      return t`Keep going: scan the card, or type its last four characters.`;
    case 'misread':
      return t`That card number isn’t right. Scan the card again, or type its last four characters.`;
    default:
      return refusalInWords(why, { hasTyped: true });
  }
}

/** The same where a card is at hand for sure: that it is another one is a warning. */
export function notThisCardInWords(why: CardNotFound): string {
  return why.kind === 'no-such-card'
    ? t`This isn’t the card for this application. Don’t hand it over. Check the number again.`
    : cardNotFoundInWords(why);
}
