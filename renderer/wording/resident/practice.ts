import { t } from '@lingui/core/macro';

/** What practice is to a resident: on the bar above their screens, and before the first question. */
export function practiceInWords(): string {
  return t({
    message: 'This is practice. Enter invented details only. No card here is valid.',
    comment: 'To a resident, while staff practice: no real person may use this.',
  });
}

/** The same where there is no room for more than that it is. */
export function practiceInShort(): string {
  return t({
    message: 'This is practice.',
    comment:
      'To a resident, while staff practice: on the bar above their screens, where text is large or the display is low. The first sentence of the one that says what to do.',
  });
}
