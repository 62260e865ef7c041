import { plural, t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { stepInWords } from './wipe-step.ts';

function waitInWords(seconds: number): string {
  return plural(seconds, { one: 'Wait # second, then try again.', other: 'Wait # seconds, then try again.' });
}

/** Why the core said no, and what to do about it. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'malformed':
      return t`This cannot be kept as it stands. Please check what you typed.`;
    case 'not-allowed':
      return t`Nobody with the right to do this is signed in.`;
    case 'not-now':
      return t`This is not possible at this moment.`;
    case 'keeper-away':
      return t`The kiosk is not answering. What you typed is still here. Please wait a moment and try again.`;
    case 'broken':
      return t`Something in the kiosk failed. What you typed is still here. Try again; if it fails again, call your supervisor.`;
    case 'wrong-passphrase': {
      const wait = refusal.waitSeconds > 0 ? ` ${waitInWords(refusal.waitSeconds)}` : '';
      return t`The name and the passphrase do not belong together.` + wait;
    }
    case 'too-many-attempts': {
      const wait = waitInWords(refusal.waitSeconds);
      return t`Too many wrong passphrases. ${wait}`;
    }
    case 'intake-locked': {
      const step = stepInWords(refusal.step);
      return t`No new application can begin: the last record is not proven erased. Open step: ${step}`;
    }
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
    case 'no-printer':
      return t`This kiosk has no card printer yet, so it cannot issue. Call your IT staff.`;
    case 'no-such-card':
      return t`No open application has a card with these characters. Please read them again.`;
    case 'no-such-ticket':
      return t`This application is no longer open.`;
    default:
      return unreachable(refusal);
  }
}
