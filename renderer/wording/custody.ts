import { t } from '@lingui/core/macro';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { unreachable } from '../../shared/result.ts';

/** The heading of the decision with which a kiosk goes live, or a rehearsal begins. */
export function custodyQuestionInWords(rehearsal: boolean): string {
  return rehearsal
    ? t`Where are keys kept?`
    : t({
        message: 'Go live: where are keys kept?',
        comment:
          'Heading of the decision with which a kiosk begins to serve real applicants. Keys are encryption keys.',
      });
}

/** That the decision still waits. `hasOneWay`: the disk here can’t keep keys. */
export function nothingChosenInWords(hasOneWay: boolean): string {
  return hasOneWay
    ? t({
        message: 'Nothing is chosen yet. Choose 1.',
        comment: 'Spoken where keys can be kept in one way only, which nobody has chosen yet.',
      })
    : t`Nothing is chosen yet. Choose 1 or 2.`;
}

/** Where the keys of open applications are kept, in a few words. */
export function custodyInWords(custody: CustodyKind): string {
  switch (custody) {
    case 'memory':
      return t({
        message: 'Keys kept in memory',
        comment:
          'Choice: encryption keys are never on a disk, so a power outage ends every open application.',
      });
    case 'sealed':
      return t({
        message: 'Keys kept on disk',
        comment: 'Choice: encryption keys are on the disk, so open applications survive a power outage.',
      });
    default:
      return unreachable(custody);
  }
}

/** For whom it is, and what it does when the power goes. */
export function custodyAdvice(custody: CustodyKind): string {
  switch (custody) {
    case 'memory':
      return t({
        message:
          'For a counter with an uninterruptible power supply. Losing power ends every open application, by design; those applicants start over. Keys go to the disk only under a legal hold.',
        comment:
          'Below the choice “Keys kept in memory”. A legal hold is an order by counsel to erase nothing.',
      });
    case 'sealed':
      return t`For computers with a battery. After a power outage, open applications continue once someone signs in. This doesn’t protect against someone who has both the disk and the passphrases.`;
    default:
      return unreachable(custody);
  }
}
