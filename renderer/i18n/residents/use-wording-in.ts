import { useLayoutEffect, useRef, useState } from 'react';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { wordingIn } from './wording-in.ts';

/** A few words for a resident on a screen of staff, which goes on in English; null before the first painting. */
export function useWordingIn<Said>(language: ResidentLanguage, say: () => Said): Said | null {
  const [said, setSaid] = useState<Said | null>(null);
  const first = useRef(say);
  // After drawing, never in it: see `wordingIn`.
  useLayoutEffect(() => setSaid(wordingIn(language, first.current)), [language]);
  return said;
}
