import type { ResidentLanguage } from '../../../shared/residents/language.ts';

/** The language of a slip to begin with: the applicant's, where the slip is made in it, or in it without its script. */
export function slipLanguageFor(language: ResidentLanguage, made: readonly string[]): string {
  const [base = language] = language.split('-');
  return [language, base].find((tag) => made.includes(tag)) ?? 'en';
}
