import { type ResidentLanguage, residentLanguages } from '../../shared/residents/language.ts';

/** `npm run test:all`. */
export const isLong = process.env.COUNTERFOIL_ALL === '1';

/** All rows of a table in the long run; otherwise its first ones: the rest are more rows of the same rule (decision 0046). */
export function rowsOf<Row>(table: readonly Row[], inShort: number): readonly Row[] {
  return isLong ? table : table.slice(0, inShort);
}

/** The languages of a table: all of them in the long run; otherwise the one with the longest texts, and one from right to left. */
export const languagesLooked: readonly ResidentLanguage[] = isLong
  ? residentLanguages
  : residentLanguages.filter((language) => language === 'fr' || language === 'ar');
