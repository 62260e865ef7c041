/** The languages that everything a resident reads is in, in the order in which they are offered. */
export const residentLanguages = ['en', 'es', 'pl', 'zh-Hans', 'ar', 'uk', 'fr', 'hi'] as const;
export type ResidentLanguage = (typeof residentLanguages)[number];

/** What a language is called by those who read it, and in which direction they do. */
export const languageFacts: Readonly<
  Record<ResidentLanguage, { readonly ownName: string; readonly direction: 'ltr' | 'rtl' }>
> = {
  en: { ownName: 'English', direction: 'ltr' },
  es: { ownName: 'Español', direction: 'ltr' },
  pl: { ownName: 'Polski', direction: 'ltr' },
  'zh-Hans': { ownName: '简体中文', direction: 'ltr' },
  ar: { ownName: 'العربية', direction: 'rtl' },
  uk: { ownName: 'Українська', direction: 'ltr' },
  fr: { ownName: 'Français', direction: 'ltr' },
  hi: { ownName: 'हिन्दी', direction: 'ltr' },
};
