import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { problemsOf } from '../../../shared/application/answers.ts';
import { type FieldName, fieldOf } from '../../../shared/application/fields.ts';
import { answerOf, drawingProblemOf } from '../../application/preview/drawing-problem.ts';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { whatHappensInWords } from '../../wording/resident/promises.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { backward, changing } from '../flow/flow.ts';
import { Bar } from '../page/bar.tsx';
import { useTypedHere } from '../page/typed-here.ts';
import { BackButton } from '../parts/back-button.tsx';
import { CoverButton } from '../parts/cover-button.tsx';
import { NoCardUnderHold } from '../parts/no-card-under-hold.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { RefusedHere } from '../parts/refused-here.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { ReviewLines } from '../parts/review-lines.tsx';
import { useNotSaved } from '../parts/use-not-saved.tsx';
import { useResident } from '../resident-context.ts';

/** The question that something is wrong with, if any: a card can't be made of the answers as they are. */
function useFirstWrong(): FieldName | null {
  const { policy, status } = useResident();
  const typed = useTypedHere();
  const drawing = useCoreView(({ preview }) => drawingProblemOf(preview));
  const wrong = useStore(
    typed,
    ({ texts }) => problemsOf(texts, policy.fields, status.today)[0]?.field ?? null,
  );
  const input = wrong ?? (drawing === null ? null : answerOf(drawing));
  return input === null ? null : fieldOf(input);
}

/** All that was entered, in the order in which it was asked, each with a way to change it; then to the clerk. */
export function ReviewScreen(): ReactNode {
  const { t } = useLingui();
  const { client, commits } = useCore();
  const { status, flow, questions, goTo, openDialog } = useResident();
  const act = useAct();
  const wrong = useFirstWrong();
  const notSaved = useNotSaved();
  /** Presses in a row that something wrong refused. */
  const [refusals, setRefusals] = useState(0);
  const finish = async (): Promise<void> => {
    if (wrong !== null) {
      setRefusals(refusals + 1);
      return;
    }
    setRefusals(0);
    await act.run(async () => {
      // What the core does not hold yet would not be with the clerk.
      const settled = await commits.settled();
      return settled.ok ? client.finishAnswers({}) : settled;
    });
  };
  const isCounter = status.residents.setting === 'counter';
  return (
    <ResidentScreen
      name="resident-review"
      heading={t({
        message: 'Check what you entered',
        comment: 'Heading of the list of all that a resident entered, before a clerk gets it.',
      })}
      end={<CoverButton />}
      bar={<Bar />}
      told={act.refusal === null ? notSaved : null}
      foot={
        <>
          <PressButton kind="main" isBusy={act.busy} onPress={() => void finish()}>
            {isCounter ? (
              <Trans comment="Button: the resident has entered everything at a counter, and gives the screen to the clerk.">
                It is right. Give it to the clerk
              </Trans>
            ) : (
              <Trans comment="Button: the resident has entered everything at a kiosk, and gets a ticket number to wait with.">
                It is right. Get my number
              </Trans>
            )}
          </PressButton>
          <BackButton to={backward(flow, questions)} />
          <PressButton kind="quiet" opens="start-over" onPress={() => openDialog('start-over')}>
            <Trans>Start over</Trans>
          </PressButton>
        </>
      }
    >
      {act.refusal === null ? null : <RefusedHere>{ownRefusalInWords(act.refusal, 'resident')}</RefusedHere>}
      <p>
        <Trans comment="Above the list of what a resident entered. Lines that aren’t printed say so themselves. Not “exactly as shown here”: the card has its own form of a date and of a mark.">
          Your card is printed with the details below. Is every letter right?
        </Trans>
      </p>
      <p data-what-happens>{whatHappensInWords(status.newOnesAreHeld)}</p>
      <NoCardUnderHold held={status.newOnesAreHeld} />
      <ReviewLines
        wrong={refusals === 0 || wrong === null ? null : { field: wrong, attempt: refusals }}
        onChange={(question) => goTo(changing(question))}
      />
    </ResidentScreen>
  );
}
