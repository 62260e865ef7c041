import { useCallback, useState } from 'react';
import type { Flow } from '../flow/flow.ts';
import type { Resident, ResidentDialog } from '../resident-context.ts';

/**
 * What lies over the screen and wants an answer. A language that was refused opens the languages again, which say so: the list may be
 * put away before the answer comes. The first screen says it itself. What was asked about a number goes with the number.
 */
export function useOpenDialog(
  { place }: Flow,
  hasTicket: boolean,
  { languageRefusal, forgetLanguageRefusal }: Pick<Resident, 'languageRefusal' | 'forgetLanguageRefusal'>,
): readonly [ResidentDialog | null, (dialog: ResidentDialog | null) => void] {
  const [opened, setOpened] = useState<ResidentDialog | null>(null);
  const isUntold = languageRefusal !== null && place.at !== 'language';
  const openDialog = useCallback(
    (dialog: ResidentDialog | null): void => {
      if (dialog === null) forgetLanguageRefusal();
      setOpened(dialog);
    },
    [forgetLanguageRefusal],
  );
  const asked = opened === 'leave-with-ticket' && !hasTicket ? null : opened;
  return [asked ?? (isUntold ? 'language' : null), openDialog];
}
