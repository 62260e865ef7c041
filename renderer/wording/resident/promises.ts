import { t } from '@lingui/core/macro';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { TicketWaits } from '../../../shared/contract/residents/last-ending.ts';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { unreachable } from '../../../shared/result.ts';
import { dayWithoutYear } from '../dates.ts';
import { timeOfDay } from './time-of-day.ts';

// All that a resident is told about how long something is kept. `held`: a legal hold keeps whatever is entered now
// (`newOnesAreHeld`), and then a promise to erase would not be true. No other text for residents may promise it. Nor does a hold promise
// that it is kept: where its key is in memory a power cut takes it. So a screen that isn't told where keys are says what a hold forbids.

/** What happens with what is entered: before the first question, at every question, and before it is given away. */
export function whatHappensInWords(held: boolean): string {
  return held
    ? t({
        message:
          'A legal order to erase nothing (a legal hold) is in force. Until the hold ends, the kiosk isn’t allowed to erase what you enter.',
        comment:
          'Read by a resident before the first question and at every question. A legal hold is an order by a lawyer of the city to erase nothing. The English says so and gives its own term for it; a language whose word says it needs no second one. It doesn’t say that it is kept, since a power cut may take it.',
      })
    : t({
        message: 'After you get your card or leave without one, the kiosk erases what you entered.',
        comment: 'Read by a resident before the first question and at every question.',
      });
}

/** In the drawing of a card with a stub: what stays with the city. Under a hold nothing is torn off, and it is not drawn. */
export function cityKeepsInWords(): string {
  return t({
    message: 'The city keeps a count: one more card.',
    comment:
      'In a drawing of a card that is torn along a dotted line: the small part that stays with the city.',
  });
}

/** The same: what the resident takes along. */
export function youKeepInWords(): string {
  return t({
    message: 'You keep your card.',
    comment:
      'In a drawing of a card that is torn along a dotted line: the large part that goes with the resident.',
  });
}

/** Behind whatever says that a clerk checks documents: nobody is promised a card before that. */
export function cardIfInOrderInWords(): string {
  return t({
    message: 'If all is in order, the clerk makes your card.',
    comment: 'To somebody who applies for a card, behind a sentence that a clerk checks their documents.',
  });
}

/** Wherever a card is spoken of under a legal hold: what is applied for now can be printed, and not be handed over. */
export function noCardUnderHoldInWords(): string {
  return t({
    message: 'We can’t give you a card before the legal hold ends.',
    comment:
      'To somebody who applies for a card. It doesn’t say that they get one afterward. A legal hold is an order by a lawyer of the city to erase nothing.',
  });
}

/** What the applicant must know under a legal hold before the card is printed: read by them on the clerk's screen. */
export function readBackNoticeInWords(): readonly string[] {
  return [keptIfYouLeaveInWords(), noCardUnderHoldInWords()];
}

function keptIfYouLeaveInWords(): string {
  return t({
    message:
      'A legal order to erase nothing (a legal hold) is in force. Until it ends, the kiosk isn’t allowed to erase your details, even if you leave.',
    comment:
      'To an applicant: before their card is printed, and in the question “Leave now?”. A legal hold is an order by a lawyer of the city to erase nothing. It doesn’t say that it is kept, since a power cut may take it.',
  });
}

/** What a legal hold keeps has not ended, whoever leaves it: a clerk may go on with it. */
export function staysOpenInWords(): string {
  return t({
    message: 'Your application stays open.',
    comment:
      'While an order to erase nothing is in force: in the question “Leave now?” on a resident’s screen, and heading of the screen after it. It has not ended.',
  });
}

/** What leaving now does. `nothing`: the resident has not begun. */
export function leavingInWords(now: 'nothing' | 'erased' | 'held'): readonly string[] {
  switch (now) {
    case 'nothing':
      return [nothingEnteredInWords()];
    case 'erased':
      return [
        t({
          message: 'Your application ends. The kiosk erases everything you entered. You get no card today.',
          comment: 'In the question “Leave now?” on a resident’s screen.',
        }),
      ];
    case 'held':
      return [staysOpenInWords(), keptIfYouLeaveInWords()];
    default:
      return unreachable(now);
  }
}

function nothingEnteredInWords(): string {
  return t({
    message: 'You haven’t entered anything. The kiosk keeps nothing about you.',
    comment:
      'On a resident’s screen before the first question: in the question “Leave now?”, and in the question “Are you still there?”.',
  });
}

function startsOverInWords(): string {
  return t({
    message: 'If you don’t answer, the kiosk starts over for the next visitor.',
    comment:
      'In the question “Are you still there?” on a resident’s screen. It doesn’t say what becomes of what was entered: nothing was, it has ended, or the next sentence says so.',
  });
}

/**
 * What becomes of a screen that nobody touches. `nothing`: nothing was entered, and the screen begins anew; `told`: so it does, and what it tells
 * is not told any more; `waits`: the same of a number, whose application waits; `erased` and `held`: the application ends, or a legal hold keeps it;
 * `locked`: a counter keeps it for the clerk; `locked-empty`: a counter locks, and nothing is open.
 */
export type IdleEnd = 'nothing' | 'told' | 'waits' | 'erased' | 'held' | 'locked' | 'locked-empty';

/** What happens when nobody answers the idle warning. */
export function idleEndInWords(now: IdleEnd): readonly string[] {
  switch (now) {
    case 'nothing':
      return [startsOverInWords(), nothingEnteredInWords()];
    case 'told':
      return [startsOverInWords()];
    case 'waits':
      return [startsOverInWords(), waitsInWords()];
    case 'erased':
      return [
        t({
          message:
            'If you don’t answer, your application ends. The kiosk then erases everything you entered.',
          comment: 'In the question “Are you still there?” on a resident’s screen.',
        }),
      ];
    case 'held':
      return [startsOverInWords(), keptByHoldInWords()];
    case 'locked':
      return [
        t({
          message: 'If you don’t answer, the screen locks. What you entered is kept for the clerk.',
          comment: 'In the question “Are you still there?” on a resident’s screen at a counter.',
        }),
      ];
    case 'locked-empty':
      return [
        t({
          message: 'If you don’t answer, the screen locks. A clerk can unlock it.',
          comment:
            'In the question “Are you still there?” on a resident’s screen at a counter, when no application is open: nothing is said of what was entered.',
        }),
      ];
    default:
      return unreachable(now);
  }
}

/** What happens between the last answer and the clerk. */
export function waitsInWords(): string {
  return t({
    message: 'What you entered waits in this kiosk, encrypted, for a clerk to open.',
    comment:
      'On a resident’s screen with their ticket number, and in the question “Are you still there?” over it. Encrypted: nobody can read it without a key.',
  });
}

/**
 * How long it waits there, and what ends it sooner: two sentences, and three under a hold. `today`: the kiosk's day, so that a time of another
 * day is told with it.
 */
export function waitsUntilInWords(
  { until, custody }: TicketWaits,
  today: CalendarDate,
  timeZone: string,
): readonly string[] {
  if (until === null) return [keptByHoldInWords(), ...heldEndsInWords(custody)];
  return [goesInWords(until, today, timeZone), endsSoonerInWords(custody)];
}

/** By the clock of the counter, in hours and minutes. */
function goesInWords(until: number, today: CalendarDate, timeZone: string): string {
  const time = timeOfDay(until, timeZone);
  const date = calendarIn(timeZone).dateAt(until);
  if (dayText(date) === dayText(today))
    return t({
      message: `The kiosk keeps it until ${time} today, and then erases it.`,
      comment:
        'On a resident’s screen with their ticket number. “It” is what they entered; {time} is a time of day, like 4:30 PM: “las 4:30 p.m.” in Spanish, “16 h 30” in French, “शाम 4:30” in Hindi.',
    });
  const day = dayWithoutYear(date);
  return t({
    message: `The kiosk keeps it until ${day}, ${time}, and then erases it.`,
    comment:
      'On a resident’s screen with their ticket number. “It” is what they entered; {day} is a day, like November 25, and {time} a time of day, like 4:30 PM: “las 4:30 p.m.” in Spanish, “16 h 30” in French, “शाम 4:30” in Hindi.',
  });
}

/** The office may end what is open, by packing up or with a suspension that erases; a key in memory goes with the power. */
function endsSoonerInWords(custody: CustodyKind): string {
  switch (custody) {
    case 'sealed':
      return t({
        message: 'Your application ends sooner if the office stops or packs up this kiosk.',
        comment:
          'On a resident’s screen with their ticket number. To stop: the office takes no more applications here, and ends those that are open. To pack up: at the end of a day at this place.',
      });
    case 'memory':
      return t({
        message:
          'Your application ends sooner if this kiosk is stopped, packed up, restarted, or loses power.',
        comment:
          'On a resident’s screen with their ticket number. Stopped: the office takes no more applications here, and ends those that are open. Packed up: at the end of a day at this place.',
      });
    default:
      return unreachable(custody);
  }
}

/** What a legal hold does with what was entered, and what it is. Stands before every other sentence about the hold. */
export function keptByHoldInWords(): string {
  return t({
    message:
      'A legal order to erase nothing (a legal hold) is in force. Until the hold ends, the kiosk isn’t allowed to erase what you entered.',
    comment:
      'On a resident’s screen with their ticket number, after they left it, before they turn it to the clerk, and in the question “Are you still there?”. A legal hold is an order by a lawyer of the city to erase nothing. It doesn’t say that it is kept, since a power cut may take it.',
  });
}

/** A hold keeps it from the office's and the policy's end, and from no power cut: without the key the next start removes it. */
function heldEndsInWords(custody: CustodyKind): readonly string[] {
  switch (custody) {
    case 'sealed':
      return [];
    case 'memory':
      return [
        t({
          message: 'But if this kiosk restarts or loses power, what you entered is gone.',
          comment:
            'On a resident’s screen with their ticket number. It follows “Until the hold ends, the kiosk isn’t allowed to erase what you entered.” Gone: nobody can read it any more, and nobody erased it on purpose.',
        }),
      ];
    default:
      return unreachable(custody);
  }
}
