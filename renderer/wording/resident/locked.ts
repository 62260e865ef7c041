import { t } from '@lingui/core/macro';

/** On a screen that only staff can open: nothing is said of what was entered. */
export function lockedInWords(): string {
  return t({
    message: 'The screen is locked. A clerk can open it.',
    comment:
      'On a resident’s screen that is locked, when no application is open behind it: nothing is said of what was entered.',
  });
}
