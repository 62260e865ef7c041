import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type MisfitRefusal = Extract<Refusal, { kind: 'files-misfit' | 'misfit-stays' | 'not-by-ledger' }>;

/** What files that do not fit together do not let happen. */
export function misfitRefusalInWords(refusal: MisfitRefusal): string {
  switch (refusal.kind) {
    case 'files-misfit':
      return t({
        message:
          'This kiosk’s files don’t fit together, so nothing can be opened or changed. Call your supervisor.',
        comment: 'Error. The files are those in which the kiosk keeps applications, keys, and its records.',
      });
    case 'not-by-ledger':
      return t({
        message:
          'By the ledger, the person signed in isn’t a confirmed supervisor. Another supervisor must sign in for this.',
        comment:
          'Error. The ledger is the signed record of what was done; staff of a vault may differ from it.',
      });
    case 'misfit-stays':
      return refusal.why === 'hold-first'
        ? t({
            message: 'A legal hold is in force. Put the right files back, or lift the legal hold first.',
            comment: 'Error: the kiosk would have to erase what the order to erase nothing may be about.',
          })
        : t({
            message:
              'With these files the kiosk can’t sign anything. Your IT staff must put the right files back.',
            comment: 'Error. To sign is what the kiosk does with each entry of its ledger.',
          });
    default:
      return unreachable(refusal);
  }
}
