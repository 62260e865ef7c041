import type { ResidentLanguage } from '../language.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { hindi } from './hi.ts';
import type { KeyboardLayout } from './layout.ts';
import { polish } from './pl.ts';
import { ukrainian } from './uk.ts';
import { pinyin } from './zh-hans.ts';

/** The keyboards of one language. */
export interface KeyboardsOf {
  /** Every field of a name opens with it. */
  readonly latin: KeyboardLayout;
  /** Of a script of its own; null: the language has none, or (Chinese) none that is typed by letters. */
  readonly own: KeyboardLayout | null;
}

const declared = {
  en: { latin: english, own: null },
  es: { latin: spanish, own: null },
  pl: { latin: polish, own: null },
  'zh-Hans': { latin: pinyin, own: null },
  ar: { latin: english, own: arabic },
  uk: { latin: english, own: ukrainian },
  fr: { latin: french, own: null },
  hi: { latin: english, own: hindi },
} as const satisfies Readonly<Record<ResidentLanguage, KeyboardsOf>>;

export const keyboardLayouts: Readonly<Record<ResidentLanguage, KeyboardsOf>> = declared;

/** Languages with a script of their own that is typed by letters: a key changes to it. */
export type OwnScript = {
  [Language in ResidentLanguage]: (typeof declared)[Language]['own'] extends null ? never : Language;
}[ResidentLanguage];

/** Whether a keyboard changes to a script of this language at all. */
export function hasOwnScript(language: ResidentLanguage): language is OwnScript {
  return keyboardLayouts[language].own !== null;
}
