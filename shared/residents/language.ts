/** The languages that residents are spoken to in, in the order in which they are offered. BCP 47. */
export const residentLanguages = ['en', 'es', 'pl', 'zh-Hans', 'ar', 'uk', 'fr', 'hi'] as const;
export type ResidentLanguage = (typeof residentLanguages)[number];

/** A language by its own name, so that whoever reads it finds it, and the direction in which it is written. */
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
