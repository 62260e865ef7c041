import type { TranslatedLanguage } from './glossary.test-support.ts';
import { pluralForms } from './plural-forms.ts';
import { withoutCityNames } from './policy-texts.test-support.ts';

/** What is Latin in every language: keys of a keyboard, units, what is filled in. */
const LATIN_EVERYWHERE = /\b(?:Tab|Enter|MB|F7|F8|ID)\b|\{\w+\}|<\/?\d+>/g;

/** Words that are spelled in a language as in English, and mean the same there. */
const COGNATES: Partial<Readonly<Record<TranslatedLanguage, readonly string[]>>> = {
  es: ['chips', 'consular', 'control', 'hindi', 'invisible', 'legal', 'municipal', 'use'],
  pl: ['hindi', 'kiosk', 'problem', 'program'],
  fr: [
    ...['accent', 'accents', 'accident', 'apostrophe', 'code', 'contact', 'correction', 'date'],
    ...['document', 'documents', 'hindi', 'invisible', 'long', 'message', 'parent', 'photo', 'possible'],
    ...['question', 'signature', 'test', 'tests', 'ticket', 'vaccination'],
  ],
};

/** A text in all its forms, without names and signs. */
function plain(text: string): string {
  const forms = [...(pluralForms(text)?.values() ?? [text])];
  return withoutCityNames(forms.join('\n')).replace(LATIN_EVERYWHERE, '');
}

function wordsOf(text: string): readonly string[] {
  return (
    plain(text)
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  );
}

/** English that is left in a translation: words of the English text that are no words of the language. */
export function leftInEnglish(
  language: TranslatedLanguage,
  text: { readonly english: string; readonly translation: string },
): readonly string[] {
  const own = COGNATES[language] ?? [];
  const english = wordsOf(text.english);
  return wordsOf(text.translation).filter((word) => english.includes(word) && !own.includes(word));
}

/** Latin words in a translation into a language that has a script of its own. */
export function latinWords(translation: string): readonly string[] {
  return plain(translation).match(/[A-Za-z]{2,}/g) ?? [];
}
