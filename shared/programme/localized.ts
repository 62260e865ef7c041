import { z } from 'zod';

/** A line of plain text in the policy (data, shown as it is): not empty, short enough for a list. */
export const label = z
  .string()
  .min(1)
  .max(80)
  // A line break has no place on a card or in a list, and a space at an end would move what is centered.
  .regex(/^(?! )\P{Cc}*(?<! )$/u, 'takes a text on one line, without spaces at its ends');

/** A language as BCP 47 tags it: "en", "es", "zh-Hans". */
const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const languageTag = z
  .string()
  .regex(language, 'takes a language as BCP 47 tags it, such as "es" or "zh-Hans"');

/** A label in the languages that the programme has it in: `en` at least, by which every other is replaced. */
export const localized = z
  .object({ en: label })
  .catchall(label)
  .refine((labels) => Object.keys(labels).every((tag) => language.test(tag)), 'not-a-language')
  .readonly();
export type Localized = z.infer<typeof localized>;

/** A short paragraph for whoever reads a slip or a notice: one to three sentences. */
const paragraph = z
  .string()
  .min(1)
  .max(400)
  .regex(/^(?! )\P{Cc}*(?<! )$/u, 'takes a text without line breaks, and without spaces at its ends');

/** A paragraph in the languages that the programme has it in: `en` at least. */
export const localizedParagraph = z
  .object({ en: paragraph })
  .catchall(paragraph)
  .refine((texts) => Object.keys(texts).every((tag) => language.test(tag)), 'not-a-language')
  .readonly();

/** The label in a language, in the language without its region or script, or in English; and in which of them it is. */
export function saidIn(
  labels: Localized,
  locale: string,
): { readonly words: string; readonly language: string } {
  for (const language of [locale, locale.split('-')[0] ?? locale]) {
    const words = labels[language];
    if (words !== undefined) return { words, language };
  }
  return { words: labels.en, language: 'en' };
}

/** The words of `saidIn`. */
export function inLanguage(labels: Localized, locale: string): string {
  return saidIn(labels, locale).words;
}
