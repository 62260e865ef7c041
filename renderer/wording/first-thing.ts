import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import type { FirstThing } from '../start/first-thing.ts';

/** What a clerk between two applicants does first. */
export function firstThingInWords(first: FirstThing): string {
  switch (first.kind) {
    case 'expires': {
      const { ticket } = first;
      return t({
        message: `Open ticket ${ticket} first: it expires soon.`,
        comment: 'A line that tells a clerk what to do first. A ticket is the number of an open application.',
      });
    }
    case 'card-expires': {
      const { ticket } = first;
      return t({
        message: `Ticket ${ticket} expires soon. Scan its card first.`,
        comment:
          'A line that tells a clerk what to do first. A ticket is the number of an open application; its card is finished.',
      });
    }
    case 'expires-now': {
      const { ticket } = first;
      return t({
        message: `Open ticket ${ticket} first: it expires now.`,
        comment: 'A line that tells a clerk what to do first. A ticket is the number of an open application.',
      });
    }
    case 'card-expires-now': {
      const { ticket } = first;
      return t({
        message: `Ticket ${ticket} expires now. Scan its card first.`,
        comment:
          'A line that tells a clerk what to do first. A ticket is the number of an open application; its card is finished.',
      });
    }
    case 'unknown-expires': {
      const { ticket } = first;
      return t({
        message: `A supervisor must look at ticket ${ticket}: it expires soon.`,
        comment:
          'A line that tells a clerk what to do first. A ticket is the number of an open application, which this version of the program can’t open.',
      });
    }
    case 'stopped': {
      const { ticket } = first;
      return t({
        message: `Open ticket ${ticket}: its printing stopped.`,
        comment: 'A line that tells a clerk what to do first. A ticket is the number of an open application.',
      });
    }
    case 'card-waits': {
      const { ticket } = first;
      return t({
        message: `Scan the card of ticket ${ticket} when its applicant is here.`,
        comment: 'A line that tells a clerk what to do first. A ticket is the number of an open application.',
      });
    }
    case 'reprint': {
      const { ticket } = first;
      return t({
        message: `Open ticket ${ticket} to reprint its card.`,
        comment: 'A line that tells a clerk what to do first. A ticket is the number of an open application.',
      });
    }
    case 'wait':
      return t`Wait until the last application is erased.`;
    case 'date':
      return t`Check today’s date first. See the notice.`;
    case 'finish':
      return t`Finish the open applications. No new ones can start.`;
    case 'closed':
      return t`No new application can start. See the notice.`;
    case 'open-day':
      return t({
        message: 'The day must be opened first.',
        comment:
          'A line that tells staff what to do first, where the kiosk is packed up. The day is the counter’s.',
      });
    case 'refused':
      return t({
        message: 'First read the message below the Start button.',
        comment:
          'A line that tells a clerk what to do first. Start is a button that does nothing now: the message says why.',
      });
    case 'camera':
      return t`Plug in the camera first. See the notice.`;
    case 'start':
      return t`Press Enter when the next applicant is here.`;
    default:
      return unreachable(first);
  }
}
