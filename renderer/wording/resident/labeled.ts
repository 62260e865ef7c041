import { t } from '@lingui/core/macro';

/** What is said about one of several fields, with its name. */
export function labeledInWords(label: string, words: string): string {
  return t({
    message: `${label}: ${words}`,
    comment:
      'In the list of what a resident has to correct. {label} is a field’s label, like “Birth month”, {words} a sentence about it.',
  });
}

/** What is said at the line of what was entered that keeps the card from being made. */
export function notPrintableInWords(label: string): string {
  return labeledInWords(
    label,
    t({
      message: 'This can’t be printed like this. Change it.',
      comment:
        'On the list of what a resident entered, at the line that is wrong, behind its label and a colon: “Emergency contact: …”. The line has a button to change it.',
    }),
  );
}
