import { useCallback, useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useCore } from '../../core-client/core.tsx';
import type { Resident } from '../resident-context.ts';

interface LanguageHere extends Pick<Resident, 'language' | 'languageRefusal' | 'chooseLanguage'> {
  /** Without keeping it with an application. */
  speak(language: ResidentLanguage): void;
}

/** The language of the page. `isKept`: an application is open here, which keeps it for the clerk. */
export function useLanguage(first: ResidentLanguage, isKept: boolean): LanguageHere {
  const { client } = useCore();
  const [language, setLanguage] = useState(first);
  const [languageRefusal, setRefusal] = useState<Refusal | null>(null);
  const chooseLanguage = useCallback(
    async (chosen: ResidentLanguage) => {
      setRefusal(null);
      // At once: nobody waits for a disk to read on.
      setLanguage(chosen);
      const answer = isKept ? await client.chooseLanguage({ language: chosen }) : null;
      if (answer === null || answer.ok) return true;
      setLanguage(language);
      setRefusal(answer.error);
      return false;
    },
    [client, isKept, language],
  );
  return { language, languageRefusal, chooseLanguage, speak: setLanguage };
}
