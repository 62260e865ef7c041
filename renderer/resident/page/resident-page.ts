import { createStore } from 'zustand/vanilla';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import type { ResidentTextSize } from '../../../shared/residents/text-height.ts';
import type { ResidentTheme } from '../../../shared/residents/themes.ts';
import { type KeyFilterSettings, NO_KEY_FILTER } from '../../parts/key-filter/key-filter.ts';
import type { SwitchKeys } from '../../parts/switch-access/switch-keys.ts';
import { FIRST_PLACE, type Flow } from '../flow/flow.ts';

/** How a resident wants the screen. */
export interface PageSettings {
  /** Null, as of the theme: nobody has chosen one on this page. */
  readonly textSize: ResidentTextSize | null;
  readonly theme: ResidentTheme | null;
  readonly keyFilter: KeyFilterSettings;
  /** The keys of two switches; null: none are used. */
  readonly switchKeys: SwitchKeys | null;
}

/** Where a resident is, and how they want the screen: all that this page remembers of them besides the application. */
export interface ResidentPage {
  readonly flow: Flow;
  readonly settings: PageSettings;
  /** Null: nobody has chosen one on this page. */
  readonly language: ResidentLanguage | null;
}

/** As every resident finds the screen. */
export const FIRST_PAGE: ResidentPage = {
  flow: FIRST_PLACE,
  settings: { textSize: null, theme: null, keyFilter: NO_KEY_FILTER, switchKeys: null },
  language: null,
};

/**
 * The page's memory. It outlasts a glance of the clerk at the application, and ends with the page: each applicant has one of
 * their own.
 */
export const residentPage = createStore<ResidentPage>()(() => FIRST_PAGE);
