import { t } from '@lingui/core/macro';
import type { OwnScript } from '../../../shared/residents/keyboard-layouts/layouts.ts';

/** What is written on the keys that do not type a letter. */
export type KeyboardKeyName =
  | 'capitals'
  | 'all-capitals'
  | 'more-letters'
  | 'accents'
  | 'digits'
  | 'letters'
  | 'latin-letters'
  | 'space'
  | 'delete'
  | 'delete-digit';

/** The words on a key of the keyboard on the screen. */
export function keyInWords(key: KeyboardKeyName): string {
  switch (key) {
    case 'capitals':
      return t({
        message: 'Capital',
        comment: 'Key of the keyboard on the screen: the next letter is a capital.',
      });
    case 'all-capitals':
      return t({
        message: 'All capitals',
        comment: 'The same key, pressed again: all letters are capitals.',
      });
    case 'more-letters':
      return t({
        message: 'More letters',
        comment:
          'Key of the keyboard on the screen, for scripts without capitals: the letters of the shift key.',
      });
    case 'accents':
      return t({
        message: 'Accents',
        comment: 'Key of the keyboard on the screen: the next letter shows its forms with marks, like é.',
      });
    case 'digits':
      return t({
        message: 'Digits',
        comment: 'Key of the keyboard on the screen: shows 0 to 9 and a few signs.',
      });
    case 'letters':
      return t({
        message: 'Letters',
        comment: 'Key of the keyboard on the screen: shows the letters again.',
      });
    case 'latin-letters':
      return t({
        message: 'Latin letters',
        comment:
          'Key of the keyboard on the screen: shows a to z instead of Arabic, Ukrainian or Hindi letters.',
      });
    case 'space':
      return t({ message: 'Space', comment: 'Key of the keyboard on the screen: the space bar.' });
    case 'delete':
      return t({
        message: 'Delete letter',
        comment:
          'Key of the keyboard on the screen: takes away the letter before the cursor, like Backspace. Short: it shares a row with up to five other keys.',
      });
    case 'delete-digit':
      return t({
        message: 'Delete',
        comment: 'Key of the pad with the digits: takes away the digit before the cursor, like Backspace.',
      });
  }
}

/** The words on the key that shows the letters of a language's own script. */
export function scriptInWords(script: OwnScript): string {
  switch (script) {
    case 'ar':
      return t({
        message: 'Arabic letters',
        comment: 'Key of the keyboard on the screen: shows Arabic letters.',
      });
    case 'uk':
      return t({
        message: 'Ukrainian letters',
        comment: 'Key of the keyboard on the screen: shows Cyrillic letters as Ukrainian has them.',
      });
    case 'hi':
      return t({
        message: 'Hindi letters',
        comment: 'Key of the keyboard on the screen: shows Devanagari letters.',
      });
  }
}

/** What the keyboard is called by a screen reader. */
export function keyboardInWords(): string {
  return t({ message: 'Keyboard on the screen', comment: 'Name of the keyboard, for screen readers.' });
}

/** A sign that many screen readers would be silent about; null: it speaks for itself. */
export function signInWords(sign: string): string | null {
  switch (sign) {
    case '-':
      return t({ message: 'hyphen', comment: 'Name of a key, for screen readers: the sign -' });
    case '–':
      return t({ message: 'dash', comment: 'Name of a key, for screen readers: the sign –' });
    case "'":
      return t({ message: 'apostrophe', comment: "Name of a key, for screen readers: the sign '" });
    case '’':
      return t({ message: 'curly apostrophe', comment: 'Name of a key, for screen readers: the sign ’' });
    case '.':
      return t({ message: 'period', comment: 'Name of a key, for screen readers: the sign .' });
    case ',':
      return t({ message: 'comma', comment: 'Name of a key, for screen readers: the sign ,' });
    case '/':
      return t({ message: 'slash', comment: 'Name of a key, for screen readers: the sign /' });
    case '·':
      return t({ message: 'middle dot', comment: 'Name of a key, for screen readers: the sign ·' });
    default:
      return null;
  }
}
