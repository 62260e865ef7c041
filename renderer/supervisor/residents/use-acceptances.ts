import { useEffect, useState } from 'react';
import type { NoticeAcceptance } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useCore } from '../../core-client/core.tsx';

/** Who accepted which legal notice; nobody until that is there. Asked anew whenever the status names other languages. */
export function useAcceptances(accepted: readonly ResidentLanguage[]): readonly NoticeAcceptance[] {
  const { client } = useCore();
  const [acceptances, setAcceptances] = useState<readonly NoticeAcceptance[]>([]);
  const languages = accepted.join(' ');
  useEffect(() => {
    void client.readAcceptances({}).then((answer) => {
      // An older answer may come after a newer one: it lacks a language that the status has.
      const told = answer.ok ? answer.value.acceptances : [];
      if (languages === told.map(({ language }) => language).join(' ')) setAcceptances(told);
    });
  }, [client, languages]);
  return acceptances;
}
