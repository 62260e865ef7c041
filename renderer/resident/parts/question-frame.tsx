import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { whatHappensInWords } from '../../wording/resident/promises.ts';
import { backward, numberOf, type Question } from '../flow/flow.ts';
import { Bar } from '../page/bar.tsx';
import { useResident } from '../resident-context.ts';
import { BackButton } from './back-button.tsx';
import { CoverButton } from './cover-button.tsx';
import { PressButton } from './press-button.tsx';
import { Progress } from './progress.tsx';
import { ResidentScreen } from './resident-screen.tsx';
import { useCardScanned } from './use-card-scanned.tsx';
import { useNotSaved } from './use-not-saved.tsx';

interface QuestionFrameProps {
  readonly question: Question;
  readonly heading: string;
  /** See `ResidentScreen`. */
  readonly headingShown?: ReactNode;
  readonly onContinue: () => void;
  readonly keyboard?: ReactNode;
  readonly children: ReactNode;
}

/** What every question has around it: how far it is, what happens with the answer, back, start over, and on. */
export function QuestionFrame(props: QuestionFrameProps): ReactNode {
  const { t } = useLingui();
  const { status, flow, questions, openDialog } = useResident();
  const number = numberOf(props.question, questions);
  const count = questions.length;
  const notSaved = useNotSaved();
  const scanned = useCardScanned();
  return (
    <ResidentScreen
      name="resident-question"
      heading={props.heading}
      headingShown={props.headingShown}
      lead={t({
        message: `Question ${number} of ${count}`,
        comment: 'Above a question on a resident’s screen, like “Question 2 of 7”.',
      })}
      beside={<Progress done={number} of={count} />}
      end={<CoverButton />}
      focusHeading={false}
      bar={<Bar />}
      keyboard={props.keyboard}
      told={notSaved ?? scanned}
      foot={
        <>
          <PressButton kind="main" onPress={props.onContinue}>
            {flow.isChanging ? (
              <Trans comment="Button at the foot of a question that a resident changes: back to the list of what they entered.">
                Save the change
              </Trans>
            ) : (
              <Trans comment="Button at the foot of a resident’s screen: to the next question.">
                Continue
              </Trans>
            )}
          </PressButton>
          <BackButton to={backward(flow, questions)} />
          <PressButton kind="quiet" opens="start-over" onPress={() => openDialog('start-over')}>
            <Trans comment="Button on a resident’s screen, and heading of the question that it opens: all that was entered is cleared.">
              Start over
            </Trans>
          </PressButton>
        </>
      }
    >
      {props.children}
      {/* Behind the answer, so that neither field nor choices stand lower for it. */}
      <p data-what-happens>{whatHappensInWords(status.newOnesAreHeld)}</p>
    </ResidentScreen>
  );
}
