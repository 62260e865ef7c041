import { t } from '@lingui/core/macro';

// All that a resident is told about how long something is kept. `held`: a legal hold keeps whatever is entered now
// (`newOnesAreHeld`), and then a promise to erase would not be true. No other text for residents may promise it.

/** What happens with what is entered, before the first question. */
export function whatHappensInWords(held: boolean): string {
  return held
    ? t({
        message: 'A legal hold is in force. The kiosk keeps what you enter until the hold ends.',
        comment:
          'Read by a resident before the first question. A legal hold is an order by a lawyer of the city to erase nothing.',
      })
    : t({
        message: 'The kiosk erases it after you get your card, or when you leave without one.',
        comment: 'Read by a resident before the first question. “It” is what the resident will enter.',
      });
}

/** In the drawing of a card with a stub: what stays with the city. */
export function cityKeepsInWords(held: boolean): string {
  return held
    ? t({
        message: 'The city keeps what you enter until the legal hold ends.',
        comment:
          'In a drawing of a card that is torn along a dotted line: the part that stays with the city, while an order to erase nothing is in force.',
      })
    : t({
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

/** What leaving now does. `nothing`: the resident has not begun. */
export function leavingInWords(now: 'nothing' | 'erased' | 'held'): string {
  switch (now) {
    case 'nothing':
      return t({
        message: 'You haven’t entered anything. The kiosk keeps nothing of you.',
        comment: 'In the question “Leave now?” on a resident’s screen, before the first question.',
      });
    case 'erased':
      return t({
        message: 'Your application ends. The kiosk erases everything you entered. You get no card today.',
        comment: 'In the question “Leave now?” on a resident’s screen.',
      });
    case 'held':
      return t({
        message:
          'Your application ends here. A legal hold is in force. The kiosk keeps what you entered until the hold ends.',
        comment:
          'In the question “Leave now?” on a resident’s screen. A legal hold is an order by a lawyer of the city to erase nothing.',
      });
  }
}

/** What happens when nobody answers the idle warning. */
export function idleEndInWords(now: 'nothing' | 'erased' | 'held' | 'locked'): string {
  switch (now) {
    case 'nothing':
      return t({
        message: 'If you don’t answer, the kiosk starts over for the next visitor.',
        comment:
          'In the question “Are you still there?” on a resident’s screen, before anything was entered.',
      });
    case 'erased':
      return t({
        message: 'If you don’t answer, your application ends. The kiosk then erases everything you entered.',
        comment: 'In the question “Are you still there?” on a resident’s screen.',
      });
    case 'held':
      return t({
        message:
          'If you don’t answer, your application ends here. A legal hold is in force: what you entered is kept.',
        comment:
          'In the question “Are you still there?” on a resident’s screen. A legal hold is an order by a lawyer of the city to erase nothing.',
      });
    case 'locked':
      return t({
        message: 'If you don’t answer, the screen locks. What you entered is kept for the clerk.',
        comment: 'In the question “Are you still there?” on a resident’s screen at a counter.',
      });
  }
}

/** What happens between the last answer and the clerk. */
export function waitsInWords(): string {
  return t({
    message: 'What you entered waits in this kiosk, encrypted, until a clerk opens it.',
    comment: 'On a resident’s screen with their ticket number. Encrypted: nobody can read it without a key.',
  });
}
