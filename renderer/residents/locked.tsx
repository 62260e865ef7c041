import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { offeredLanguages } from '../../shared/residents/offered-languages.ts';
import { usePolicy } from '../core-client/core.tsx';
import { useWordingIn } from '../i18n/residents/use-wording-in.ts';
import { Notice } from '../parts/notice.tsx';
import { goneInWords, lockedInWords } from '../wording/resident/locked.ts';

/** What is said: that a clerk opens the screen, or that nothing that was entered is there any more. */
export type LockedReason = 'locked' | 'gone';

/** To an applicant before a screen of staff, in every language that they may have chosen: nobody knows any more which. */
export function LockedForResidents(props: {
  status: Pick<KioskStatus, 'build' | 'residents'>;
  reason: LockedReason;
}): ReactNode {
  const languages = offeredLanguages(usePolicy(), props.status);
  return (
    <Notice kind="plain">
      {languages.map((language) => (
        <Line key={language} language={language} reason={props.reason} />
      ))}
    </Notice>
  );
}

function Line({ language, reason }: { language: ResidentLanguage; reason: LockedReason }): ReactNode {
  const said = useWordingIn(language, reason === 'gone' ? goneInWords : lockedInWords);
  return (
    <p lang={language} dir={languageFacts[language].direction} data-locked={language}>
      {said}
    </p>
  );
}
