import { createStore } from 'zustand/vanilla';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import type { ResidentLook } from '../../../shared/residents/look.ts';
import { FIRST_PLACE, type Flow } from '../flow/flow.ts';

/** How a resident wants the screen: what was chosen on this page, and nothing else. */
export type PageSettings = Partial<ResidentLook>;

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
  settings: {},
  language: null,
};

/**
 * The page's memory. It outlasts a glance of the clerk at the application, and ends with the page: each applicant has one of
 * their own.
 */
export const residentPage = createStore<ResidentPage>()(() => FIRST_PAGE);
