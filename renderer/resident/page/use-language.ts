import { useCallback, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useCore } from '../../core-client/core.tsx';
import type { Resident } from '../resident-context.ts';
import { residentPage } from './resident-page.ts';

/**
 * The language of the page; `first`, as long as nobody chose one on it: that of an application that is open. `isKept`: one is open
 * here, which keeps what is chosen for the clerk.
 */
export function useLanguage(
  first: ResidentLanguage,
  isKept: boolean,
): Pick<Resident, 'language' | 'languageRefusal' | 'chooseLanguage' | 'forgetLanguageRefusal'> {
  const { client } = useCore();
  const language = useStore(residentPage, (page) => page.language) ?? first;
  const [languageRefusal, setRefusal] = useState<Refusal | null>(null);
  const kept = useRef(first);
  kept.current = first;
  const chooseLanguage = useCallback(
    async (chosen: ResidentLanguage) => {
      setRefusal(null);
      // At once: nobody waits for a disk to read on.
      residentPage.setState({ language: chosen });
      const answer = isKept ? await client.chooseLanguage({ language: chosen }) : null;
      if (answer === null || answer.ok) return true;
      // What was chosen since stays, and has its own answer.
      if (residentPage.getState().language !== chosen) return false;
      residentPage.setState({ language: kept.current });
      setRefusal(answer.error);
      return false;
    },
    [client, isKept],
  );
  const forgetLanguageRefusal = useCallback(() => setRefusal(null), []);
  return { language, languageRefusal, chooseLanguage, forgetLanguageRefusal };
}
