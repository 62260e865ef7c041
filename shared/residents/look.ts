import type { ResidentLanguage } from './language.ts';
import type { ResidentTextSize } from './text-height.ts';
import type { ResidentTheme } from './themes.ts';

/** How somebody sees a resident's screen: one of four sizes of text, and one of three contrasts. */
export interface ResidentLook {
  readonly textSize: ResidentTextSize;
  readonly theme: ResidentTheme;
}

/** As every resident finds the screen. */
export const FIRST_LOOK: ResidentLook = { textSize: 'normal', theme: 'normal' };

/** How somebody reads a resident's screen. */
export interface ResidentReader {
  readonly language: ResidentLanguage;
  readonly look: ResidentLook;
}

/** Of somebody of whom nobody knows more yet. */
export const FIRST_READER: ResidentReader = { language: 'en', look: FIRST_LOOK };
