import { t } from '@lingui/core/macro';

/** On a screen of staff, after a stop that took every application: nobody can read any more what anybody had entered. */
export function goneInWords(): string {
  return t({
    message: 'The kiosk had to restart. What you entered is gone. Ask a clerk what to do next.',
    comment:
      'On the sign-in screen of staff, to a resident who was entering something, or waited with a ticket, when the kiosk lost power or restarted. It was lost, and nobody erased it on purpose.',
  });
}

/** On a screen that only staff can open: nothing is said of what was entered. */
export function lockedInWords(): string {
  return t({
    message: 'The screen is locked. A clerk can unlock it.',
    comment:
      'On a resident’s screen that is locked, when no application is open behind it: nothing is said of what was entered.',
  });
}
