import { t } from '@lingui/core/macro';

/** What the review asks for, above all that was entered. `held`: a legal hold keeps any card from being given, and none is spoken of. */
export function checkInWords(held: boolean): string {
  return held
    ? t({
        message: 'Check the details below. Is every letter right?',
        comment:
          'Above the list of what a resident entered, while a legal hold keeps any card from being given: it says nothing of a card.',
      })
    : t({
        message: 'Your card is printed with the details below. Is every letter right?',
        comment:
          'Above the list of what a resident entered. Lines that aren’t printed say so themselves. Not “exactly as shown here”: the card has its own form of a date and of a mark.',
      });
}
