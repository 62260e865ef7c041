import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type ApplicationRefusal = Extract<
  Refusal,
  {
    kind:
      | 'answers-incomplete'
      | 'documents-incomplete'
      | 'photo-missing'
      | 'not-a-photo'
      | 'card-not-drawable'
      | 'read-back-too-short'
      | 'no-such-card'
      | 'no-such-ticket';
  }
>;

/** What an application still lacks, or why none is found. */
export function applicationRefusalInWords(refusal: ApplicationRefusal): string {
  switch (refusal.kind) {
    case 'answers-incomplete':
      return t`Some answers are missing or cannot be printed. Please go back to the answers.`;
    case 'documents-incomplete':
      return t`The documents do not prove enough yet.`;
    case 'photo-missing':
      return t`There is no photo yet.`;
    case 'not-a-photo':
      return t`This picture could not be used. Please take it again.`;
    case 'card-not-drawable':
      return t`The card cannot be drawn with these answers. See the note where the card is shown.`;
    case 'read-back-too-short':
      return t`Let the applicant read it first, then print.`;
    case 'no-such-card':
      return t`No open application has a card with these characters. Please read them again.`;
    case 'no-such-ticket':
      return t`This application is no longer open.`;
    default:
      return unreachable(refusal);
  }
}
