import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

/** Who does it again. */
export type DoesItAgain =
  /** What was typed waits in the page, which saves it again. */
  | { readonly by: 'kiosk' }
  /** A press was refused, and is forgotten. */
  | { readonly by: 'press' }
  /** The same, where there are other buttons beside it: the words on this one. */
  | { readonly by: 'button'; readonly button: string }
  /** Nothing was pressed, and nothing is done again. */
  | { readonly by: 'nobody' };

/**
 * Why the kiosk does not go on, to a resident, who can do nothing about most of it: whether to wait, to choose again, to press again or
 * to fetch a clerk. What exactly it is, the clerk's own screens say.
 */
export function ownRefusalInWords({ kind }: Refusal, again: DoesItAgain): string {
  switch (kind) {
    case 'intake-held':
    case 'intake-suspended':
    case 'intake-locked':
    case 'packed-up':
    case 'order-missing':
    case 'files-misfit':
    case 'tray-unchecked':
    case 'date-unconfirmed':
    case 'disk-nearly-full':
      return t({
        message: 'This kiosk takes no new applications right now. Ask a clerk.',
        comment: 'Why a resident can’t begin.',
      });
    case 'notice-unconfirmed':
      return t({
        message: 'You can’t use this kiosk in this language yet. Choose another language, or ask a clerk.',
        comment: 'Why a resident can’t go on in the language that they chose.',
      });
    case 'broken':
    case 'not-written':
    case 'not-read':
      return brokenInWords(again);
    default:
      return cannotInWords();
  }
}

function brokenInWords(again: DoesItAgain): string {
  switch (again.by) {
    case 'kiosk':
      return t({
        message:
          'The kiosk has a problem and couldn’t save this. It tries again. If this message stays, ask a clerk.',
        comment: 'On a resident’s screen: what was entered is not saved yet.',
      });
    case 'press':
      return t({
        message: 'The kiosk has a problem and couldn’t do this. Press again, or ask a clerk.',
        comment:
          'On a resident’s screen: what they pressed has not happened. It may be “Leave now”, so it must not sound as if the kiosk goes on by itself.',
      });
    case 'button':
      return pressAgainInWords(again.button);
    case 'nobody':
      return cannotInWords();
    default:
      return unreachable(again);
  }
}

function pressAgainInWords(button: string): string {
  return t({
    message: `The kiosk has a problem and couldn’t do this. Press “${button}” again, or ask a clerk.`,
    comment:
      'On a resident’s screen, above buttons: what one of them does has not happened. {button} is what stands on it, like “Leave now”.',
  });
}

function cannotInWords(): string {
  return t({
    message: 'The kiosk can’t do this right now. Ask a clerk.',
    comment: 'On a resident’s screen: something was refused.',
  });
}
