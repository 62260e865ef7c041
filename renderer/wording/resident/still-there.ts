import { t } from '@lingui/core/macro';

/** Asks whoever may be before the screen. */
export function stillThereInWords(): string {
  return t({
    message: 'Are you still there?',
    comment: 'Heading of a question on a resident’s screen that nobody has touched for a while.',
  });
}

/** The button that answers it. */
export function goOnInWords(): string {
  return t({
    message: 'Yes, go on',
    comment: 'Button in the question “Are you still there?” on a resident’s screen.',
  });
}

/** Why it is asked where a page died: nothing that is open was lost by that. */
export function startedAgainInWords(): string {
  return t({
    message: 'The screen had to start again. What you entered is still there.',
    comment:
      'On a resident’s screen, after the program that draws it had failed in the middle of an application. “Are you still there?” stands with it.',
  });
}
