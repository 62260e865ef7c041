import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import { offeredRoutes } from '../../shared/programme/routes.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { useAskDoubts } from '../application/answers/use-doubts.ts';
import { useAreAnswersComplete } from '../application/answers/use-typed-answers.ts';
import hidden from '../parts/hidden.module.css';
import { languageForStaff } from '../wording/applicant-screens/language-for-staff.ts';
import { routeInWords } from '../wording/application/routes.ts';
import { wizardStepInWords } from '../wording/application/steps.ts';
import { useAreDocumentsEnough } from './documents/use-are-documents-enough.ts';
import { OthersReady } from './others-ready.tsx';
import styles from './step-column.module.css';
import { isBefore, isDone, mayStay, stepOf, type WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** Alt and the number of a step open it, from anywhere: the number alone is something to type. */
function useStepKeys(steps: readonly WizardStep[], open: (step: WizardStep) => void): void {
  const latest = useRef({ steps, open });
  latest.current = { steps, open };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // By the place of the key: on some keyboards a digit needs Shift.
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? event.key;
      const step = latest.current.steps[Number(digit) - 1];
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || step === undefined) return;
      event.preventDefault();
      if (event.isTrusted) latest.current.open(step);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Whether a step has its check mark. What is changed after the review takes the application back to its beginning; what was done
 * in the steps between is still there, and counts as long as it is enough.
 */
function useIsDone(): (step: WizardStep) => boolean {
  const areAnswersComplete = useAreAnswersComplete();
  const areDocumentsEnough = useAreDocumentsEnough();
  const { application, isReopened } = useWizard();
  return (step) => {
    // Answers that were complete may be wrong on another day: then the card isn't ready.
    if (step === 'answers') return areAnswersComplete;
    if (isDone(step, application.state)) return true;
    if (step === 'photo') return isReopened && application.hasPhoto;
    return isReopened && isBefore(step, 'photo') && areDocumentsEnough;
  };
}

/** The way of an application, and where this one is; steps that are done can be opened once more. */
export function StepColumn({ step }: { step: WizardStep }): ReactNode {
  const { t } = useLingui();
  const isMarked = useIsDone();
  const askDoubts = useAskDoubts();
  const wizard = useWizard();
  const { application, steps, policy, covered, isOverlaid, isReopened } = wizard;
  const { goTo, reopen, returnToReadBack } = wizard;
  const { ticket, answers } = application;
  const waitsFor = stepOf(application.state);
  const unseen = covered || isEnding(application.state) ? styles.unseen : '';
  const leadsBack = isReopened && application.hasPhoto && application.state !== 'spoiled';
  const mayOpen = (each: WizardStep): boolean =>
    application.denial === null &&
    each !== step &&
    ((leadsBack && each === 'check') ||
      (mayStay(each, application.state) &&
        // The caretaker's step is passed while the application still waits for its answers.
        (each === waitsFor || isDone(each, application.state) || isBefore(each, step))));
  const open = (each: WizardStep): void => {
    if (isOverlaid || application.denial !== null) return;
    if (isReopened && each === 'check') {
      // What is asked there stands beside the answers: whoever goes on by this way is asked as well.
      if (step === 'answers' && askDoubts() !== null) return;
      // As the step's own way back does it: what was changed may still be on its way to the core.
      void returnToReadBack().then((refusal) => {
        if (refusal?.kind === 'documents-incomplete') goTo('documents');
        else if (refusal !== null) goTo('answers');
      });
      return;
    }
    if (!mayOpen(each)) return;
    if (each === waitsFor || application.state === 'draft') goTo(each);
    else reopen(each);
  };
  useStepKeys(steps, open);
  return (
    <nav
      className={styles.column}
      aria-label={t({
        message: 'Steps',
        comment: 'Name of the list of the clerk’s steps, for screen readers.',
      })}
    >
      <p className={styles.ticket}>
        <Trans comment="Above the list of steps. {ticket} is the application’s number of the day.">
          Ticket <b>{ticket}</b>
        </Trans>
        {offeredRoutes(policy).length === 1 ? null : (
          <span className={`${styles.route} ${unseen}`} data-route-in-column={answers.route}>
            {routeInWords(answers.route)}
          </span>
        )}
        {answers.language === 'en' ? null : (
          <span className={unseen}>
            <ApplicantsLanguage language={answers.language} />
          </span>
        )}
      </p>
      {/* One of the steps is for children only, and a gap in their numbers would tell it as well. */}
      <ol className={`${styles.steps} ${unseen}`}>
        {steps.map((each, index) => {
          const done = each !== step && isMarked(each);
          return (
            <li
              key={each}
              className={`${styles.step} ${each === step ? styles.current : ''}`}
              aria-current={each === step ? 'step' : undefined}
            >
              <StepButton shortcut={`Alt+${index + 1}`} onPress={mayOpen(each) ? () => open(each) : null}>
                <span className={styles.number}>{index + 1}</span>
                <span>{wizardStepInWords(each)}</span>
                <span className={styles.mark} aria-hidden="true">
                  {done ? '✓' : each === step ? '•' : ''}
                </span>
                {done ? (
                  <span className={hidden.hidden}>
                    <Trans comment="Status of a step of the clerk, or of a card on its way through the printer.">
                      done
                    </Trans>
                  </span>
                ) : null}
              </StepButton>
            </li>
          );
        })}
      </ol>
      {steps.some(mayOpen) ? (
        <p className={`${styles.hint} ${unseen}`}>
          <Trans comment="Below the list of steps: Alt is a key, and number is the step’s number.">
            <kbd>Alt</kbd> + number opens a step
          </Trans>
        </p>
      ) : null}
      <OthersReady />
    </nav>
  );
}

/** In which language the applicant reads, where that is another one than the clerk’s. */
function ApplicantsLanguage({ language }: { language: ResidentLanguage }): ReactNode {
  const name = languageForStaff(language);
  const { ownName } = languageFacts[language];
  return (
    <span className={styles.language} data-applicants-language={language}>
      <Trans comment="Above the list of steps. {name} is a language in English, like Polish; the tag around {ownName} has the language’s own name.">
        Applicant’s language: {name} (<bdi lang={language}>{ownName}</bdi>)
      </Trans>
    </span>
  );
}

/** What a step shows; a button where the step can be opened. */
function StepButton(props: {
  shortcut: string;
  onPress: (() => void) | null;
  children: ReactNode;
}): ReactNode {
  if (props.onPress === null) return <span className={styles.content}>{props.children}</span>;
  return (
    <button
      type="button"
      className={`${styles.content} ${styles.button}`}
      aria-keyshortcuts={props.shortcut}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
