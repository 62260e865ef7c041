import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useCore } from '../../core-client/core.tsx';
import type { Resident } from '../resident-context.ts';
import { residentPage } from './resident-page.ts';

/**
 * The language of the page; `first`, as long as nobody chose one on it. `isKept`: an application is open here, which keeps it
 * for the clerk.
 */
export function useLanguage(
  first: ResidentLanguage,
  isKept: boolean,
): Pick<Resident, 'language' | 'languageRefusal' | 'chooseLanguage'> {
  const { client } = useCore();
  const language = useStore(residentPage, (page) => page.language) ?? first;
  const [languageRefusal, setRefusal] = useState<Refusal | null>(null);
  const chooseLanguage = useCallback(
    async (chosen: ResidentLanguage) => {
      setRefusal(null);
      // At once: nobody waits for a disk to read on.
      residentPage.setState({ language: chosen });
      const answer = isKept ? await client.chooseLanguage({ language: chosen }) : null;
      if (answer === null || answer.ok) return true;
      // What was chosen since stays.
      residentPage.setState((page) => (page.language === chosen ? { language } : page));
      setRefusal(answer.error);
      return false;
    },
    [client, isKept, language],
  );
  return { language, languageRefusal, chooseLanguage };
}
