import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { slipWordsIn } from '../../shared/slips/words-of-languages.ts';
import type { ResidentText } from './resident-text.ts';

type Said = readonly [place: string, text: string];

function collect(place: string, value: unknown): readonly Said[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value(12))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => collect(`${place}.${name}`, each));
}

/**
 * The fixed words of slips in a language, beside their English. An id is the place in the words ("slip.denial.until"); where
 * a value is filled in, `12` stands for it.
 */
export function slipTexts(language: ResidentLanguage): readonly ResidentText[] {
  const said = new Map(collect('slip', slipWordsIn(language)));
  return collect('slip', slipWordsIn('en')).map(([id, english]) => ({
    ...{ id, english, translation: said.get(id) ?? '' },
  }));
}
