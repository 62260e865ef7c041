import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { useCoreView } from '../../core-client/core.tsx';
import { SuspendedNow } from '../../residents/suspended.tsx';
import { switchStartInWords } from '../../wording/resident/switch-access.ts';
import { onward } from '../flow/flow.ts';
import { Bar } from '../page/bar.tsx';
import { LanguageButtons } from '../parts/language-buttons.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { StaffButton } from '../parts/staff-button.tsx';
import { useResident } from '../resident-context.ts';

/** Where every resident begins: a press on their language leads on. */
export function LanguageScreen(): ReactNode {
  const { t } = useLingui();
  const { status, policy, language, flow, questions, languageRefusal, chooseLanguage, goTo } = useResident();
  const hasBegun = useCoreView(({ application }) => application !== null);
  // Nobody has chosen a language yet, so it is read in each that it has. Who has begun may finish, and is not turned away.
  const isSuspended = !hasBegun && status.suspensions.some(({ since }) => since !== null);
  return (
    <ResidentScreen
      name="resident-language"
      heading={t({
        message: 'Choose your language',
        comment: 'Heading of the first screen of a resident, above the names of languages.',
      })}
      bar={<Bar />}
      first={isSuspended ? <SuspendedNow suspensions={status.suspensions} ownScreenIn={language} /> : null}
      foot={<StaffButton />}
    >
      {isSuspended ? null : (
        <p data-invites>
          <Trans comment="On the first screen of a resident.">
            You can apply for your city ID card here.
          </Trans>
        </p>
      )}
      <LanguageButtons
        languages={offeredLanguages(policy, status)}
        current={null}
        refusal={languageRefusal}
        onChoose={(chosen) =>
          void chooseLanguage(chosen).then((isChosen) => (isChosen ? goTo(onward(flow, questions)) : null))
        }
      />
      <p>{switchStartInWords()}</p>
    </ResidentScreen>
  );
}
