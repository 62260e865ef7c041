import { type ResidentLanguage, residentLanguages } from '../../shared/residents/language.ts';
import { pluralForms } from './plural-forms.ts';
import { readResidentCatalog } from './resident-catalogs.ts';
import type { ResidentText } from './resident-text.ts';

/** A length that a text is known to fit in: that of its longest translation, which is drawn in every size. */
export interface LongestFit {
  readonly language: ResidentLanguage;
  /** Of one form of a plural, as it is written in the file: `{day}` counts five. */
  readonly characters: number;
}

function lengthOf(translation: string): number {
  const forms = pluralForms(translation)?.values() ?? [translation];
  return Math.max(...[...forms].map((form) => Array.from(form).length));
}

/** The longest of each text among languages, by its id. */
export function longestAmong(
  catalogs: readonly (readonly [ResidentLanguage, readonly ResidentText[]])[],
): ReadonlyMap<string, LongestFit> {
  const longest = new Map<string, LongestFit>();
  for (const [language, texts] of catalogs)
    for (const { id, translation } of texts) {
      const characters = lengthOf(translation);
      if (characters > (longest.get(id)?.characters ?? 0)) longest.set(id, { language, characters });
    }
  return longest;
}

/** The longest of each text that residents read, by its id in the catalog. */
export async function longestFits(): Promise<ReadonlyMap<string, LongestFit>> {
  return longestAmong(
    await Promise.all(
      residentLanguages.map(async (language) => [language, await readResidentCatalog(language)] as const),
    ),
  );
}
