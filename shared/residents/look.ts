import { type KeyFilterSettings, NO_KEY_FILTER, type SwitchKeys } from './hands.ts';
import type { ResidentLanguage } from './language.ts';
import type { ResidentTextSize } from './text-height.ts';
import type { ResidentTheme } from './themes.ts';

/** How somebody sees a resident's screen, and works it: one of four sizes of text, one of three contrasts, and for their hands. */
export interface ResidentLook {
  readonly textSize: ResidentTextSize;
  readonly theme: ResidentTheme;
  readonly keyFilter: KeyFilterSettings;
  /** The keys of two switches; null: none are used. */
  readonly switchKeys: SwitchKeys | null;
}

/** As every resident finds the screen. */
export const FIRST_LOOK: ResidentLook = {
  ...{ textSize: 'normal', theme: 'normal' },
  ...{ keyFilter: NO_KEY_FILTER, switchKeys: null },
};

/** How somebody reads a resident's screen. */
export interface ResidentReader {
  readonly language: ResidentLanguage;
  readonly look: ResidentLook;
}

/** Of somebody of whom nobody knows more yet. */
export const FIRST_READER: ResidentReader = { language: 'en', look: FIRST_LOOK };
