import { t } from '@lingui/core/macro';
import type { BecameOf, LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { unreachable } from '../../../shared/result.ts';
import { type ShownWipe, type WipeResultInWords, wipeResultInWords } from '../papers/wipe-result.ts';
import { keptByHoldInWords, staysOpenInWords } from './promises.ts';

type Left = Pick<Extract<LastEnding, { kind: 'left' }>, 'outcome' | 'became'>;

/** That an application ended while a resident had it, and why; what a legal hold keeps has not ended. */
export function howItEndedInWords({ outcome, became }: Left): string {
  return became.kind === 'held' ? staysOpenInWords() : whyEndedInWords(outcome);
}

function whyEndedInWords(outcome: Left['outcome']): string {
  switch (outcome) {
    case 'withdrawn':
      return t({
        message: 'You chose to leave. Your application has ended.',
        comment:
          'Heading of a resident’s screen after they chose “Leave now”. They may still stand before it.',
      });
    case 'expired':
      return t({
        message: 'Your application has ended because nobody used the screen, or its time ran out.',
        comment: 'Heading of a resident’s screen.',
      });
    case 'called-off':
      return t({
        message: 'The office has ended your application.',
        comment:
          'Heading of a resident’s screen: a supervisor of the city’s office ended all open applications.',
      });
    default:
      return unreachable(outcome);
  }
}

/**
 * What they can do now; null: nothing is left to do. Under a hold their number leads to what it keeps. `startsAlone`: they may begin anew
 * without a clerk; nobody says that the kiosk takes new applications.
 */
export function whatNextInWords({ outcome, became }: Left, startsAlone: boolean): string | null {
  if (became.kind === 'held') {
    const { ticket } = became;
    return t({
      message: `Your number is ${ticket}. A clerk can find your application by this number.`,
      comment:
        'On a resident’s screen, after they left it, while a legal hold keeps their application. {ticket} is the application’s number of the day.',
    });
  }
  switch (outcome) {
    case 'withdrawn':
      return null;
    case 'expired':
      return startsAlone
        ? t({
            message: 'If you still want a card, start again.',
            comment:
              'On a resident’s screen, after their application ended because nobody used the screen or its time ran out. It doesn’t say that they will get a card.',
          })
        : null;
    case 'called-off':
      return t({
        message: 'Ask a clerk why, and what to do next.',
        comment: 'On a resident’s screen, below “The office has ended your application.”',
      });
    default:
      return unreachable(outcome);
  }
}

/** What a resident is told of what they entered. */
export interface BecameInWords {
  readonly lead: string;
  /** The same as on the receipt; null: there is no result of a wipe to tell. */
  readonly result: WipeResultInWords | null;
}

/** What may be claimed of a wipe. */
type Claim = 'erased' | 'printer-open' | 'unchecked';

/** That it is erased is claimed only where a search shows it and no printer is waited for. */
function claimOf({ search, spool }: Pick<ShownWipe, 'search' | 'spool'>): Claim {
  switch (search.kind) {
    case 'searched':
      if (search.unreadable > 0) return 'unchecked';
      return spool === 'open' ? 'printer-open' : 'erased';
    case 'not-searched':
      return 'unchecked';
    default:
      return unreachable(search);
  }
}

function claimInWords(claim: Claim): string {
  switch (claim) {
    case 'erased':
      return t({
        message: 'The kiosk erased what you entered.',
        comment:
          'On a resident’s screen, after their application ended. What was searched, and what is not proven, follows.',
      });
    case 'printer-open':
      return t({
        message: 'The kiosk can’t say yet that everything you entered is erased.',
        comment:
          'On a resident’s screen, after their application ended. That a printer is waited for, and what was searched, follows.',
      });
    case 'unchecked':
      return t({
        message: 'The kiosk couldn’t check that everything you entered is erased. Ask a clerk.',
        comment: 'On a resident’s screen, after their application ended.',
      });
    default:
      return unreachable(claim);
  }
}

function wiped(wipe: ShownWipe): BecameInWords {
  return { lead: claimInWords(claimOf(wipe)), result: wipeResultInWords(wipe) };
}

/** What became of what a resident entered: no more than the receipt claims, and all that it leaves open. */
export function becameInWords(became: BecameOf): BecameInWords {
  switch (became.kind) {
    case 'erasing':
      return {
        lead: t({
          message: 'The kiosk is erasing what you entered, and looking for anything left…',
          comment: 'On a resident’s screen, for a moment after their application ended.',
        }),
        result: null,
      };
    case 'ended': {
      const { erased, notDone } = became.receipt;
      return wiped({ ...erased, notDone });
    }
    case 'print-side-open':
      return wiped({ ...became.result, spool: 'open' });
    case 'closed':
      return {
        lead: t({
          message: 'There is no proof that everything you entered is erased. Ask a supervisor.',
          comment: 'On a resident’s screen, after their application ended.',
        }),
        result: null,
      };
    case 'held':
      return { lead: keptByHoldInWords(), result: null };
    default:
      return unreachable(became);
  }
}
