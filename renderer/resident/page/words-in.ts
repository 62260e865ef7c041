import { useLayoutEffect, useRef, useState } from 'react';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { wordingIn } from '../../i18n/residents/wording-in.ts';

/**
 * A few words for a resident on a screen of staff, as they were when it opened; null before the first painting. `words` is
 * called after drawing, because the page hears of each change of its language.
 */
export function useWordsIn<Words>(language: ResidentLanguage, words: () => Words): Words | null {
  const [said, setSaid] = useState<Words | null>(null);
  const first = useRef(words);
  useLayoutEffect(() => setSaid(wordingIn(language, first.current)), [language]);
  return said;
}
