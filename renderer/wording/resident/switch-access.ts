import { t } from '@lingui/core/macro';
import type { SwitchKeys } from '../../../shared/residents/hands.ts';

/** On the first screen, for people who use two switches. */
export function switchStartInWords(): string {
  return t({
    message: 'Do you use two switches? Press one of them.',
    comment:
      'On the first screen. A switch is a large button that is plugged in, for people who cannot use a keyboard or touch the screen.',
  });
}

/** Said when two switches are turned on. */
export function switchHelpInWords(): string {
  return t({
    message: 'Two switches are on. One moves, the other one selects. Press Tab to turn them off.',
    comment:
      'Said by a screen reader. Tab is a key of a keyboard. A switch is a large button that is plugged in.',
  });
}

/** Said at the end of a group of controls. */
export function wayOutInWords(group: string): string {
  return t({
    message: `Leave: ${group}`,
    comment:
      'Said by a screen reader to somebody with two switches: select here to leave a group, {group}, like the keyboard or a row of its keys.',
  });
}

export function switchLegendInWords(): string {
  return t({
    message: 'Two switches',
    comment:
      'Heading over choices in the settings of the screen. A switch is a large button that is plugged in, for people who cannot use a keyboard.',
  });
}

/** What the switches send as keys; null: there are none. */
export function switchKeysInWords(keys: SwitchKeys | null): string {
  switch (keys) {
    case null:
      return t({ message: 'Off', comment: 'Choice: no switches are used.' });
    case 'space-enter':
      return t({
        message: 'Space moves, Enter selects',
        comment: 'Choice: which keys the two switches send. Space and Enter are keys of a keyboard.',
      });
    case 'one-two':
      return t({ message: '1 moves, 2 selects', comment: 'Choice: which keys the two switches send.' });
    case 'f7-f8':
      return t({ message: 'F7 moves, F8 selects', comment: 'Choice: which keys the two switches send.' });
  }
}
