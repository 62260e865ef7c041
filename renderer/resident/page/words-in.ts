import { i18n } from '@lingui/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { messagesIn } from './catalogs.ts';

/** What `words` answers in a language, on a page that goes on speaking its own: nothing is drawn in between. */
function wordsIn<Words>(language: ResidentLanguage, words: () => Words): Words {
  const before = i18n.locale;
  i18n.loadAndActivate({ locale: language, messages: messagesIn(language) });
  try {
    return words();
  } finally {
    i18n.activate(before);
  }
}

/**
 * A few words for a resident on a screen of staff, as they were when it opened; null before the first painting. `words` is
 * called after drawing, because the page hears of each change of its language.
 */
export function useWordsIn<Words>(language: ResidentLanguage, words: () => Words): Words | null {
  const [said, setSaid] = useState<Words | null>(null);
  const first = useRef(words);
  useLayoutEffect(() => setSaid(wordsIn(language, first.current)), [language]);
  return said;
}
