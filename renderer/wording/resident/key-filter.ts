import { t } from '@lingui/core/macro';
import type { DOUBLE_STRIKES, REPEAT_DELAYS } from '../../../shared/residents/hands.ts';

/** The headings of the two settings. */
export function keyFilterLegends(): { readonly repeatDelay: string; readonly doubleStrike: string } {
  return {
    repeatDelay: t({
      message: 'When you hold a key, it repeats',
      comment: 'Heading over choices like “after half a second” and “never”, in the settings of the screen.',
    }),
    doubleStrike: t({
      message: 'When you press a key twice by accident',
      comment: 'Heading over choices, in the settings of the screen. For people whose hands shake.',
    }),
  };
}

export function repeatDelayInWords(delay: (typeof REPEAT_DELAYS)[number]): string {
  switch (delay) {
    case 500:
      return t({ message: 'after half a second', comment: 'Choice: a held key repeats after this time.' });
    case 1_000:
      return t({ message: 'after 1 second', comment: 'Choice: a held key repeats after this time.' });
    case 2_000:
      return t({ message: 'after 2 seconds', comment: 'Choice: a held key repeats after this time.' });
    case null:
      return t({ message: 'never', comment: 'Choice: a held key repeats never.' });
  }
}

export function doubleStrikeInWords(time: (typeof DOUBLE_STRIKES)[number]): string {
  switch (time) {
    case 0:
      return t({
        message: 'Count both presses',
        comment: 'Choice: two presses of the same key, shortly after each other.',
      });
    case 200:
      return t({
        message: 'Ignore the second press within 0.2 seconds',
        comment: 'Choice: a second press of the same key within 0.2 seconds does nothing.',
      });
    case 350:
      return t({
        message: 'Ignore the second press within 0.35 seconds',
        comment: 'Choice: a second press of the same key within about 0.35 seconds does nothing.',
      });
    case 500:
      return t({
        message: 'Ignore the second press within 0.5 seconds',
        comment: 'Choice: a second press of the same key within 0.5 seconds does nothing.',
      });
  }
}
