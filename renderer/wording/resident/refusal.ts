import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';

/**
 * Why the kiosk does not go on, to a resident, who can do nothing about most of it: whether to wait, to choose again or to
 * fetch a clerk. What exactly it is, the clerk's own screens say.
 */
export function ownRefusalInWords({ kind }: Refusal): string {
  switch (kind) {
    case 'intake-held':
    case 'intake-suspended':
    case 'intake-locked':
    case 'packed-up':
    case 'order-missing':
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
      return t({
        message:
          'The kiosk has a problem and couldn’t save this. It tries again. If this stays, ask a clerk.',
        comment: 'On a resident’s screen: what was entered is not saved yet.',
      });
    default:
      return t({
        message: 'The kiosk can’t do this right now. Ask a clerk.',
        comment: 'On a resident’s screen: something was refused.',
      });
  }
}
