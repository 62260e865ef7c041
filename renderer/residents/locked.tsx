import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { offeredLanguages } from '../../shared/residents/offered-languages.ts';
import { usePolicy } from '../core-client/core.tsx';
import { useWordingIn } from '../i18n/residents/use-wording-in.ts';
import { Notice } from '../parts/notice.tsx';
import { lockedInWords } from '../wording/resident/locked.ts';

/** To an applicant before a screen of staff, in every language that they may have chosen: nobody knows any more which. */
export function LockedForResidents({
  status,
}: {
  status: Pick<KioskStatus, 'build' | 'residents'>;
}): ReactNode {
  const languages = offeredLanguages(usePolicy(), status);
  return (
    <Notice kind="plain">
      {languages.map((language) => (
        <Line key={language} language={language} />
      ))}
    </Notice>
  );
}

function Line({ language }: { language: ResidentLanguage }): ReactNode {
  const said = useWordingIn(language, lockedInWords);
  return (
    <p lang={language} dir={languageFacts[language].direction} data-locked={language}>
      {said}
    </p>
  );
}
