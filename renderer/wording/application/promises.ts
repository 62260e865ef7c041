import { t } from '@lingui/core/macro';

// All that the screens say about how long something is kept. `held`: a legal hold keeps whatever begins now
// (`newOnesAreHeld`), and then a promise to erase would not be true. No other text may promise it.

/** Beside Start. */
export function beginningInWords(held: boolean): string {
  return held
    ? t`Begins a new application. A legal hold is in force: it is kept until the hold is lifted.`
    : t`Begins a new application.`;
}

/** Beside the card: how long the open application is held. */
export function heldUntilInWords(held: boolean): string {
  return held ? t`this one, until the legal hold is lifted` : t`this one, until hand-over`;
}

/** What the resident must know before the card is printed; `null` where there is nothing to add. */
export function readBackNoticeInWords(held: boolean): string | null {
  return held
    ? t`A legal hold is in force. What is entered here is kept until the hold is lifted, also if you leave now and also after the card is printed.`
    : null;
}

/** What becomes of what the person told, when an application is to end without a card. */
export function endingWithoutCardInWords(held: boolean): string {
  return held
    ? t`A legal hold is in force: what the person told is kept until it is lifted, also if they leave now. So this application cannot be ended. Put it aside; it stays in the list.`
    : t`No card is printed. Everything the person told is erased now. It cannot be brought back.`;
}

/** Why a hand-over cannot be confirmed; `null` where it can. */
export function handOverNoticeInWords(held: boolean): string | null {
  return held
    ? t`A legal hold is in force: this application cannot be finished until it is lifted. Ask your supervisor what is to be done with the card, then put the application aside.`
    : null;
}

/** What to do with a card that came out wrong: it may be what a hold is about. `left`: its person is gone. */
export function spoiledCardInWords(held: boolean, left = false): string {
  if (held) {
    return t`A legal hold is in force: keep the card and ask your supervisor what is to be done with it.`;
  }
  return left ? t`Destroy it.` : t`Destroy it in front of the person.`;
}
