import { t } from '@lingui/core/macro';

// All that the screens say about how long something is kept. `held`: a legal hold keeps whatever begins now
// (`newOnesAreHeld`), and then a promise to erase would not be true. No other text may promise it. What applicants
// read themselves, also on a clerk's screen: wording/resident/promises.ts.

/** Below Start; `null` where there is nothing to tell besides what the button says. */
export function beginningInWords(held: boolean): string | null {
  return held
    ? t({
        message: 'Starts a new application. It’s kept until the legal hold is lifted.',
        comment:
          'Below the button “Start”. A legal hold is an order by counsel to erase nothing; to lift it is to end it.',
      })
    : null;
}

/** Beside the card: how long the open application is held. */
export function heldUntilInWords(held: boolean): string {
  return held
    ? t({
        message: 'this one, until the legal hold is lifted',
        comment:
          'Beside “Kept now”: the kiosk keeps the application on the screen. A legal hold is an order by counsel to erase nothing.',
      })
    : t({
        message: 'this one, until handoff',
        comment:
          'Beside “Kept now”: the kiosk keeps only the application on the screen, until its card is given to the applicant.',
      });
}

/** What a clerk tells the applicant before anything is asked; `null` where there is nothing to tell. */
export function tellFirstInWords(held: boolean): string | null {
  return held
    ? t({
        message:
          'Tell the applicant before you ask for anything: a legal hold keeps their details until it’s lifted, even if they leave. Their card can’t be handed over before then.',
        comment:
          'Notice to the clerk above the card details. A legal hold is an order by counsel to erase nothing; to lift it is to end it.',
      })
    : null;
}

/** Beside “Print card”, where the applicant reads that they get no card yet; `null` where there is nothing to tell. */
export function printingInWords(held: boolean): string | null {
  return held
    ? t({
        message: 'You can print the card, but not hand it over while the legal hold is in force.',
        comment:
          'Note to the clerk beside the button that prints a card. It promises nothing for afterward. A legal hold is an order by counsel to erase nothing.',
      })
    : null;
}

/** What becomes of what the person told, when an application is to end without a card. */
export function endingWithoutCardInWords(held: boolean): string {
  return held
    ? t({
        message:
          'A legal hold keeps what the applicant told you, even if they leave now, so you can’t end this application. Set it aside. It stays in the list.',
        comment:
          'A legal hold is an order by counsel to erase nothing. To set aside is to leave the application open for later.',
      })
    : t`The applicant gets no new card. Everything the applicant told you is erased now. It can’t be brought back.`;
}

/** Why a hand-over cannot be confirmed; `null` where it can. */
export function handOverNoticeInWords(held: boolean): string | null {
  return held
    ? t({
        message:
          'A legal hold keeps this application open. Ask your supervisor what to do with the card, then press F6 to set the application aside.',
        comment:
          'Notice on the handoff screen. A legal hold is an order by counsel to erase nothing. F6 is a key.',
      })
    : null;
}

/** What to do with a card that came out wrong. `cardsAreKept`: a hold stands, and it may be about this card. `left`: its person is gone. */
export function spoiledCardInWords(cardsAreKept: boolean, left = false): string {
  if (cardsAreKept) {
    return t({
      message: 'A legal hold is in force. Keep the card and ask your supervisor what to do with it.',
      comment:
        'What to do with a card that came out wrong. A legal hold is an order by counsel to erase nothing.',
    });
  }
  return left
    ? t({
        message: 'Destroy it.',
        comment: 'What to do with a spoiled card, one that came out wrong, when its applicant has left.',
      })
    : t`Destroy it in front of the applicant.`;
}
