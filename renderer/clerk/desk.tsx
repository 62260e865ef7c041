import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ApplicationView } from '../../shared/contract/screen.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Perforation } from '../parts/perforation.tsx';
import { typedAnswersOf } from './answers/typed-answers.ts';
import styles from './desk.module.css';
import { DeskContext, type DeskDialog, type Desk as DeskOfSteps, type TypedAnswers } from './desk-context.ts';
import { useTickedDocuments } from './documents/use-ticked-documents.ts';
import { EndDialog } from './end-dialog.tsx';
import { SpoilDialog } from './hand-over/spoil-dialog.tsx';
import { CardSide } from './preview/card-side.tsx';
import { cardInTheWay, mayStopPrint, printPhase } from './print/print-phase.ts';
import { StopPrintDialog } from './print/stop-print-dialog.tsx';
import { useStopping } from './print/use-stopping.ts';
import { StepAtHand } from './step-at-hand.tsx';
import { StepColumn } from './step-column.tsx';
import { type DeskStep, mayStay, stepBefore, stepOf } from './steps.ts';

/** The clerk's desk: the steps, the step at hand, and right of the perforation what the resident will keep. */
export function Desk(props: { application: ApplicationView; status: KioskStatus }): ReactNode {
  const { application, status } = props;
  const policy = usePolicy();
  const { t } = useLingui();
  const { client, commits } = useCore();
  const [step, setStep] = useState<DeskStep>(() => stepOf(application.state));
  const leftAnswers = useRef(false);
  useEffect(() => {
    if (step !== 'answers') leftAnswers.current = true;
  }, [step]);
  const [covered, setCovered] = useState(false);
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const aside = useAct();
  const [torn, setTorn] = useState(false);
  const form = useForm<TypedAnswers>({
    // What is typed but not kept yet outranks what the core tells of the time before.
    defaultValues: typedAnswersOf(application, commits.unkept()),
  });
  const documents = useTickedDocuments(application.answers.documents);

  // Only a change of the state moves the desk by itself (the printer is done, a change undid the check).
  const lastState = useRef(application.state);
  useEffect(() => {
    if (lastState.current === application.state) return;
    lastState.current = application.state;
    setStep((now) => (mayStay(now, application.state) ? now : stepOf(application.state)));
  }, [application.state]);

  const printing = useMemo(() => printPhase(application), [application]);
  const { stopping, stopped } = useStopping(printing);
  const othersPrint = status.inProgress.some(
    ({ ticket, state, printStopped }) =>
      ticket !== application.ticket && state === 'printing' && !printStopped,
  );

  const askToEnd = (): void => setDialog('end');
  const toggleCover = (): void => setCovered((now) => !now);
  // Nothing is put aside before the core holds all of it. While it does not, the desk says so anyway.
  const { settled } = documents;
  const { run } = aside;
  const putAside = useCallback(async (): Promise<void> => {
    await settled();
    if ((await commits.settled()).ok) await run(() => client.putAside({}));
  }, [settled, run, client, commits]);
  useKeys({ F4: askToEnd, F6: putAside, F9: toggleCover }, dialog === null);

  const typed = form.watch();
  const desk = useMemo<DeskOfSteps>(
    () => ({
      application,
      policy,
      today: status.today,
      printer: status.printer,
      printing,
      othersPrint,
      stopping,
      form,
      answers: { ...typed, documents: documents.ids },
      documents,
      covered,
      dialogOpen: dialog !== null,
      held: status.newOnesAreHeld,
      leftAnswers,
      goTo: setStep,
      goBack: () => setStep((now) => stepBefore(now, application.state) ?? now),
      putAside: () => void putAside(),
      openDialog: setDialog,
      tear: setTorn,
    }),
    [
      application,
      policy,
      status.today,
      status.printer,
      status.newOnesAreHeld,
      printing,
      othersPrint,
      stopping,
      putAside,
      form,
      typed,
      documents,
      covered,
      dialog,
    ],
  );

  return (
    <DeskContext value={desk}>
      <div className={styles.frame}>
        <div className={styles.desk}>
          <StepColumn step={step} />
          <div className={styles.middle}>
            <StepAtHand step={step} trouble={aside.refusal} onCover={toggleCover} />
          </div>
          <div className={styles.perforation}>
            <Perforation torn={torn} />
          </div>
          <aside className={`${styles.card} ${torn ? styles.parted : ''}`} aria-label={t`The card`}>
            <CardSide covered={covered} held={status.newOnesAreHeld} issued={status.counts.issued} />
          </aside>
        </div>
      </div>
      <EndDialog
        isOpen={dialog === 'end'}
        held={status.newOnesAreHeld}
        card={cardInTheWay(application)}
        onPutAside={() => void putAside()}
        onStopPrint={() => setDialog('stop-print')}
        onSpoil={() => setDialog('spoil')}
        onClose={() => setDialog(null)}
      />
      <StopPrintDialog
        isOpen={dialog === 'stop-print'}
        mayStop={mayStopPrint(application)}
        onStopped={stopped}
        onClose={() => setDialog(null)}
      />
      <SpoilDialog isOpen={dialog === 'spoil'} held={status.newOnesAreHeld} onClose={() => setDialog(null)} />
    </DeskContext>
  );
}
