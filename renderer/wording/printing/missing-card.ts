import { t } from '@lingui/core/macro';

/** What to do with a printed card that was reported missing. `cardsAreKept`: a legal hold is in force, whatever it is about. */
export function missingCardInWords(cardsAreKept: boolean): string {
  return cardsAreKept
    ? t({
        message:
          'The card counts as spoiled. If it turns up, don’t hand it over: one applicant must never get two cards. Put it into a dated envelope, and ask counsel before you destroy it.',
        comment:
          'About a printed card that the clerk reported missing while a legal hold, an order to erase nothing, is in force. Counsel is the city’s lawyer.',
      })
    : t({
        message:
          'The card counts as spoiled. If it turns up, destroy it: one applicant must never get two cards.',
        comment:
          'About a printed card that the clerk reported missing. A spoiled card is counted and destroyed.',
      });
}
