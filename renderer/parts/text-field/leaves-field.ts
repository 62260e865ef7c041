import { ON_SCREEN_KEYBOARD_SELECTOR } from '../on-screen-keyboard/keyboard-mark.ts';

const STILL_AT_IT = `[role="dialog"], ${ON_SCREEN_KEYBOARD_SELECTOR}`;

/**
 * Whether the focus leaves a field for what it goes to: what lies over the screen gives it back, and a keyboard on the screen
 * writes into the field.
 */
export function leavesField(goesTo: Element | null): boolean {
  return goesTo?.closest(STILL_AT_IT) == null;
}
