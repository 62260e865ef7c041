import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { AnswerFormContext } from '../application/answers/answer-form.ts';
import { createTypedAnswers } from '../application/answers/typed-answers.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { LetterDialog } from '../letters/letter-dialog.tsx';
import { Frame } from '../parts/frame.tsx';
import { Perforation } from '../parts/perforation.tsx';
import { useClerkForm } from './answers/use-clerk-form.ts';
import { useForApplicant } from './applicants-screen/use-for-applicant.ts';
import styles from './clerk-wizard.module.css';
import { useTickedDocuments } from './documents/use-ticked-documents.ts';
import { CardSide } from './preview/card-side.tsx';
import { printPhase } from './print/print-phase.ts';
import { useStopping } from './print/use-stopping.ts';
import { StepAtHand } from './step-at-hand.tsx';
import { StepBar } from './step-bar.tsx';
import { StepColumn } from './step-column.tsx';
import type { PlaceInWizard } from './steps.ts';
import { useHold } from './use-hold.ts';
import { useOverlays } from './use-overlays.ts';
import { useReturnToReadBack } from './use-return-to-read-back.ts';
import { useWay } from './use-way.ts';
import { useWhenKept } from './use-when-kept.ts';
import { useWizardSteps } from './use-wizard-steps.ts';
import { useWizard, type Wizard, WizardContext } from './wizard-context.ts';
import { WizardDialogs } from './wizard-dialogs.tsx';

/** The clerk's wizard: its steps, the step at hand, and right of the perforation what the resident will keep. */
export function ClerkWizard(props: {
  application: ApplicationView;
  status: KioskStatus;
  /** Where this session's wizard was when the lock took it from the screen. */
  leftAt: RefObject<PlaceInWizard | null>;
  /** An applicant had this session's screen, and no wizard has said since how they left the answers. */
  fromApplicant: RefObject<boolean>;
}): ReactNode {
  const { application, status } = props;
  const policy = usePolicy();
  const { commits } = useCore();
  const [torn, setTorn] = useState(false);
  // What is typed but not kept yet outranks what the core tells of the time before.
  const [typed] = useState(() => createTypedAnswers(application, commits.unkept()));
  const steps = useWizardSteps(application, policy, status.today, typed);
  const way = useWay({ application, policy, status, steps }, props);
  const { step } = way;
  const documents = useTickedDocuments(application.answers.documents);
  const { putAside, giveScreen, refusal } = useWhenKept(documents);
  const forApplicant = useForApplicant(step, application, policy, status.residents, giveScreen);
  const returnToReadBack = useReturnToReadBack(documents, way.goTo);

  const { printing, othersPrint, stopping, stopped } = usePrinting(application, status);

  const overlays = useOverlays(step, application, { putAside, ...forApplicant });
  const { covered, dialog, openDialog, closeDialog, letters, dialogOpen, toggleCover } = overlays;

  const form = useClerkForm(typed, policy, status.today);
  const hold = useHold(status);
  const wizard = useMemo<Wizard>(
    () => ({
      application,
      steps,
      policy,
      today: status.today,
      printer: status.printer,
      printing,
      othersPrint,
      stopping,
      documents,
      covered,
      isOverlaid: dialogOpen || covered,
      dialogOpen,
      ...hold,
      ...way,
      returnToReadBack,
      putAside: () => void putAside(),
      giveScreen: forApplicant.giveScreen,
      openDialog,
      tear: setTorn,
    }),
    [
      application,
      steps,
      policy,
      status.today,
      status.printer,
      hold,
      printing,
      othersPrint,
      stopping,
      way,
      putAside,
      forApplicant,
      documents,
      covered,
      dialogOpen,
      returnToReadBack,
      openDialog,
    ],
  );
  const issued = status.practice ? null : status.counts.issued;
  return (
    <WizardContext value={wizard}>
      <AnswerFormContext value={form}>
        <Frame
          bar={
            <StepBar
              step={step}
              hasToShow={forApplicant.hasToShow}
              onLetters={letters.open}
              onCover={toggleCover}
            />
          }
          still={covered}
        >
          <BothSides torn={torn} fitted={step === 'check'} issued={issued}>
            <StepColumn step={step} />
            <div className={styles.middle}>
              <StepAtHand step={step} trouble={refusal} />
            </div>
          </BothSides>
        </Frame>
        <WizardDialogs open={dialog} step={step} onStopped={stopped} onClose={closeDialog} />
        <LetterDialog field={letters.field} onClose={letters.close} />
      </AnswerFormContext>
    </WizardContext>
  );
}

/** The clerk's side, and right of the perforation the card. */
function BothSides(props: {
  torn: boolean;
  /** The step is never higher than the screen. */
  fitted: boolean;
  issued: number | null;
  children: ReactNode;
}): ReactNode {
  const { t } = useLingui();
  const { covered, held } = useWizard();
  const { torn } = props;
  return (
    <div className={props.fitted ? `${styles.wizard} ${styles.fitted}` : styles.wizard}>
      {props.children}
      <div className={styles.perforation}>
        <Perforation torn={torn} />
      </div>
      <aside className={`${styles.card} ${torn ? styles.parted : ''}`} aria-label={t`The card`}>
        <CardSide covered={covered} held={held} issued={props.issued} />
      </aside>
    </div>
  );
}

/** How far this application's card is at the printer, whether its print is being stopped, and whether another one's prints. */
function usePrinting(application: ApplicationView, status: KioskStatus) {
  const printing = useMemo(() => printPhase(application), [application]);
  return { printing, othersPrint: doOthersPrint(application, status), ...useStopping(printing) };
}

/** Whether another application's card is under way. */
function doOthersPrint({ ticket: own }: ApplicationView, { inProgress }: KioskStatus): boolean {
  return inProgress.some(
    ({ ticket, state, printStopped }) => ticket !== own && state === 'printing' && !printStopped,
  );
}
