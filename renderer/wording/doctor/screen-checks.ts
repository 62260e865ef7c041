import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of the display. */
export const screenChecks = {
  clipboard: () => ({
    title: t({
      message: 'Clipboard managers',
      comment:
        'Name of a check of this computer, in a table and in the ledger. A program that keeps what was copied.',
    }),
    why: t({
      message:
        'A program that keeps what is copied keeps what applicants typed, on the disk and for the next one to paste.',
      comment: 'Why the check “Clipboard managers” of this computer matters.',
    }),
  }),
  'input-methods': () => ({
    title: t({
      message: 'Input methods',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'An input method learns words and keeps them on the disk. The kiosk uses none.',
      comment: 'Why the check “Input methods” of this computer matters.',
    }),
  }),
  'display-size': () => ({
    title: t({
      message: 'Size of the display',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'On a display of another size than IT chose, applicants may read smaller letters, or scroll to see a question.',
      comment: 'Why the check “Size of the display” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
