import { languageFacts, type ResidentLanguage, residentLanguages } from './language.ts';

/** The language of residents that a tag names, also with a region: "es-MX" is Spanish. Null: they have no such language. */
export function residentLanguageOf(tag: string): ResidentLanguage | null {
  const base = tag.split('-')[0];
  return (
    residentLanguages.find((each) => each === tag) ?? residentLanguages.find((each) => each === base) ?? null
  );
}

/** The direction in which a paper or a page in this language is written. */
export function directionOfLanguage(tag: string): 'ltr' | 'rtl' {
  const language = residentLanguageOf(tag);
  return language === null ? 'ltr' : languageFacts[language].direction;
}
