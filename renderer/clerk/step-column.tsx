import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { checkAnswers } from '../../shared/application/answers.ts';
import hidden from '../parts/hidden.module.css';
import { wizardStepInWords } from '../wording/application/steps.ts';
import styles from './step-column.module.css';
import { isDone, type WizardStep, wizardSteps } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The way of an application, and where this one is. */
export function StepColumn({ step }: { step: WizardStep }): ReactNode {
  const { t } = useLingui();
  const { application, answers, policy, today } = useWizard();
  const answersHold = checkAnswers(answers, policy.fields, today).ok;
  const ticket = application.ticket;
  return (
    <nav className={styles.column} aria-label={t`Steps`}>
      <p className={styles.ticket}>
        <Trans>
          Ticket <b>{ticket}</b>
        </Trans>
      </p>
      <ol className={styles.steps}>
        {wizardSteps.map((each, index) => {
          const done =
            each !== step && (isDone(each, application.state) || (each === 'answers' && answersHold));
          return (
            <li
              key={each}
              className={`${styles.step} ${each === step ? styles.current : ''}`}
              aria-current={each === step ? 'step' : undefined}
            >
              <span className={styles.number}>{index + 1}</span>
              <span>{wizardStepInWords(each)}</span>
              <span className={styles.mark} aria-hidden="true">
                {done ? '✓' : each === step ? '•' : ''}
              </span>
              {done ? (
                <span className={hidden.hidden}>
                  <Trans>done</Trans>
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
