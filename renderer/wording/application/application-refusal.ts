import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type ApplicationRefusal = Extract<
  Refusal,
  {
    kind:
      | 'answers-incomplete'
      | 'past-applicants-part'
      | 'documents-incomplete'
      | 'fee-open'
      | 'photo-missing'
      | 'not-a-photo'
      | 'card-not-drawable'
      | 'read-back-too-short'
      | 'no-such-card'
      | 'no-such-ticket'
      | 'rules-unknown'
      | 'notice-unconfirmed';
  }
>;

/** What an application still lacks, or why none is found. */
export function applicationRefusalInWords(refusal: ApplicationRefusal): string {
  switch (refusal.kind) {
    case 'answers-incomplete':
      return t`Some card details are missing or can’t be printed. Go back to card details.`;
    case 'past-applicants-part':
      return t({
        message: 'The applicant can fill in card details only until the photo is taken.',
        comment: 'Why a clerk can’t give the applicant the screen.',
      });
    case 'documents-incomplete':
      return t`The documents don’t prove enough yet. The documents step shows what is missing.`;
    case 'fee-open':
      return t`There’s a fee for this card. Mark it as paid or waived first.`;
    case 'notice-unconfirmed':
      return t({
        message:
          'No supervisor has accepted the legal notices in this language yet. Choose another language.',
        comment:
          'Why a clerk can’t choose a language for an applicant: no native speaker has confirmed its legal texts, and no supervisor has accepted them.',
      });
    case 'photo-missing':
      return t`There’s no photo yet. Take one, then continue.`;
    case 'not-a-photo':
      return t`The kiosk can’t read the camera’s picture. Take the photo again.`;
    case 'card-not-drawable':
      return t`The card can’t be drawn with these details. Check the note next to the card preview. If there is none, call your IT staff.`;
    case 'read-back-too-short':
      return t`Let the applicant read it first, then print.`;
    case 'no-such-card':
      return t`No open application has a card with these characters. Check them and try again.`;
    case 'no-such-ticket':
      return t`This application is no longer open. It was finished or erased in the meantime.`;
    case 'rules-unknown':
      return t({
        message:
          'This version of Counterfoil can’t open this application. Don’t hand over its card, and call your supervisor. Unless it’s on legal hold, it’s erased when its time is up.',
        comment: 'Why an application isn’t opened. Its rules are the policy of the city’s program.',
      });
    default:
      return unreachable(refusal);
  }
}
