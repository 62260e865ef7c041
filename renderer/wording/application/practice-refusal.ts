import { t } from '@lingui/core/macro';
import type { PracticeObstacle, Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

/** What practice does not let happen, and what stands in its own way. */
export function practiceRefusalInWords(
  refusal: Extract<Refusal, { kind: 'practice-refused' | 'in-practice' }>,
): string {
  switch (refusal.kind) {
    case 'practice-refused':
      return obstacleInWords(refusal.why);
    case 'in-practice':
      return t`This kiosk is set to practice. End practice first.`;
    default:
      return unreachable(refusal);
  }
}

function obstacleInWords(why: PracticeObstacle): string {
  switch (why) {
    case 'not-live':
      return t`Nobody has decided yet where encryption keys are kept. Finish the setup first.`;
    case 'legal-hold':
      return t({
        message: 'A legal hold is in force. Practice can’t begin until it is lifted.',
        comment: 'Error. A legal hold is an order by counsel to erase nothing.',
      });
    case 'packed-up':
      return t({
        message: 'The kiosk is packed up. Open the day first, then begin practice.',
        comment: 'Error: practice can’t begin. To open the day is to open the counter for applicants.',
      });
    case 'applications-open':
      return t`An application is still open. Finish or end every open application first.`;
    case 'erasing':
      return t`The last application isn’t proven erased yet. Wait until it is, then try again.`;
    case 'tray-unchecked':
      return t({
        message: 'A card may be in the printer. Return to start and check the tray first.',
        comment: 'Error. The tray is where finished cards lie.',
      });
    case 'job-at-printer':
      return t({
        message:
          'A printer still has a job from before. Turn every printer on, wait a minute, then try again.',
        comment: 'Error: practice can’t begin, because a card or a slip of an applicant may still come out.',
      });
    case 'not-written':
      return t({
        message: 'The ledger doesn’t have every entry yet. Wait a moment and try again.',
        comment: 'Error. The ledger is the signed record of counts and staff actions.',
      });
    default:
      return unreachable(why);
  }
}
