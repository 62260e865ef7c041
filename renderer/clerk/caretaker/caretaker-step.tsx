import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { answersSoFar } from '../../../shared/application/answers.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { byCaretaker, type CaretakerWord } from '../../../shared/programme/caretaker.ts';
import { caretakerTick } from '../../../shared/programme/documents/shown-documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { applicantsAgeInWords } from '../../wording/application/age.ts';
import { caretakerCheckInWords, caretakerWordInWords } from '../../wording/application/documents.ts';
import { wizardStepInWords } from '../../wording/application/steps.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { HandBackNote } from '../applicants-screen/hand-back-note.tsx';
import { askedOf } from '../documents/asked-of.ts';
import { type TickGroup, TickList } from '../documents/tick-list.tsx';
import { useStepLead } from '../use-step-lead.ts';
import { WayOn } from '../way-on.tsx';
import { useWizard } from '../wizard-context.ts';
import styles from './caretaker-step.module.css';

/** At some ages: what the adult shows who answers for the applicant. Nothing about that adult is written down. */
export function CaretakerStep(): ReactNode {
  const { i18n } = useLingui();
  const lead = useStepLead('caretaker');
  const answers = useAnswers();
  const { policy, today, documents, goTo, goBack, isOverlaid, isReopened, returnToReadBack } = useWizard();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  const { words, isNeeded } = byCaretaker(askedOf(policy, { birthDate, route: answers.route }, today));

  const goOn = async (): Promise<void> => {
    const refused = isReopened ? await returnToReadBack() : null;
    setRefusal(refused);
    if (!isReopened || refused?.kind === 'documents-incomplete') goTo('documents');
  };
  useKeys({ Escape: isReopened ? goOn : goBack }, !isOverlaid);

  const told = refusal ?? documents.refusal;
  return (
    <Screen name="caretaker" heading={wizardStepInWords('caretaker')} lead={lead} wide>
      <HandBackNote />
      <div className={styles.about}>
        <p>
          <Trans comment="On the caretaker screen, above check boxes for what this adult shows.">
            The caretaker is the adult who is responsible for this applicant. The kiosk keeps which boxes you
            check, and nothing else about the caretaker.
          </Trans>
        </p>
        <p data-caretaker-needed={isNeeded}>
          {birthDate === null ? null : `${applicantsAgeInWords(birthDate, today)} · `}
          {isNeeded ? (
            <Trans comment="On the caretaker screen, after the applicant’s age: without the adult there is no card.">
              An applicant this age needs a caretaker.
            </Trans>
          ) : (
            <Trans comment="On the caretaker screen, after the applicant’s age: documents alone may be enough.">
              Nobody came along? Leave the boxes empty.
            </Trans>
          )}
        </p>
      </div>
      <TickList
        groups={words.map((word) => groupOf(word, i18n.locale))}
        ticked={documents.ids}
        onTick={(tick, seen) => {
          setRefusal(null);
          documents.tick(tick, seen);
        }}
        onEnter={() => void goOn()}
      />
      <Actions
        verdict={
          told === null ? null : (
            <Notice kind="bad" role="alert">
              <p>{refusalInWords(told, { hasTyped: true })}</p>
            </Notice>
          )
        }
      >
        <ActionButton kind="main" onPress={() => void goOn()}>
          <WayOn from="caretaker" />
        </ActionButton>
      </Actions>
    </Screen>
  );
}

function groupOf(word: CaretakerWord, locale: string): TickGroup {
  const name = inLanguage(word.name, locale);
  return {
    id: word.id,
    name,
    rows: word.caretakerShows.map((check) => ({
      tick: caretakerTick(word, check),
      name: caretakerCheckInWords(check),
      asks: caretakerWordInWords(word),
      asksOf: name,
    })),
  };
}
