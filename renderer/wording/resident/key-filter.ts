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
      message: 'A second press of the same key counts',
      comment:
        'Heading over choices like “at once” and “after 0.2 seconds”, in the settings of the screen. For people whose hands shake: a second press that comes sooner does nothing.',
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
        message: 'at once',
        comment: 'Choice: a second press of the same key counts, however soon it comes.',
      });
    case 200:
      return t({
        message: 'after 0.2 seconds',
        comment: 'Choice: a second press of the same key counts after this time, and does nothing before.',
      });
    case 350:
      return t({
        message: 'after 0.35 seconds',
        comment: 'Choice: a second press of the same key counts after this time, and does nothing before.',
      });
    case 500:
      return t({
        message: 'after 0.5 seconds',
        comment: 'Choice: a second press of the same key counts after this time, and does nothing before.',
      });
  }
}
