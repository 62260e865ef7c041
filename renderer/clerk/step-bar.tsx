import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Bar } from '../parts/frame.tsx';
import styles from './step-bar.module.css';
import { StepKeys } from './step-keys.tsx';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

/** The keys of the step at hand, and what can be done from every step. */
export function StepBar(props: {
  step: WizardStep;
  /** The step has something for the applicant to read. */
  hasToShow: boolean;
  onLetters: () => void;
  onCover: () => void;
}): ReactNode {
  const { step, hasToShow, onLetters, onCover } = props;
  const { t } = useLingui();
  const { application, openDialog, covered, putAside, giveScreen } = useWizard();
  if (isEnding(application.state)) return null;
  // A refusal that stands is ended or taken back on its own screen, so these buttons are not there. Under the cover they are,
  // and do nothing: their absence would tell everybody at the counter of the refusal.
  const isDenied = application.denial !== null;
  const hasWays = covered || !isDenied;
  return (
    <Bar
      label={t({
        message: 'On every step',
        comment: 'Name of the bar at the bottom of the clerk’s screens, for screen readers.',
      })}
      words={
        // Under the cover no key of the step acts, and help stays away.
        covered ? null : (
          <>
            {isDenied ? null : (
              <span className={styles.keys}>
                <StepKeys step={step} />
              </span>
            )}
            <Trans comment="In the bar of keys at the bottom: F1 is the key, help what it opens.">
              <kbd>F1</kbd> help
            </Trans>
          </>
        )
      }
    >
      {/* Which of them a step has tells of the applicant: their language, where applicants never use this kiosk. */}
      <span className={covered ? styles.unseen : styles.own}>
        {step === 'answers' && !isDenied ? (
          <ActionButton kind="quiet" shortcut="F5" onPress={onLetters}>
            <Trans comment="Button: opens a table of letters to type from.">Letters…</Trans>
          </ActionButton>
        ) : null}
        {hasToShow && !isDenied ? (
          <ActionButton kind="quiet" shortcut="F3" onPress={() => openDialog('show-applicant')}>
            <Trans comment="Button: a text fills the screen in the applicant’s language.">
              Show applicant
            </Trans>
          </ActionButton>
        ) : null}
        {giveScreen === null || isDenied ? null : (
          <ActionButton kind="quiet" shortcut="F11" onPress={giveScreen}>
            <Trans comment="Button: gives the applicant the screen, who types the card details alone until staff sign in again. Short: it shares a row with five others.">
              Give screen
            </Trans>
          </ActionButton>
        )}
      </span>
      {hasWays ? (
        <ActionButton kind="quiet" shortcut="F6" {...(isDenied ? {} : { onPress: putAside })}>
          <Trans>Set aside</Trans>
        </ActionButton>
      ) : null}
      <ActionButton kind="quiet" shortcut="F9" onPress={onCover}>
        {covered ? (
          <Trans comment="Button: shows the applicant’s details on the screen again.">Uncover</Trans>
        ) : (
          <Trans comment="Button: hides the applicant’s details on the screen from people who pass by.">
            Cover
          </Trans>
        )}
      </ActionButton>
      {hasWays ? (
        <ActionButton kind="quiet" shortcut="F4" {...(isDenied ? {} : { onPress: () => openDialog('end') })}>
          <Trans>End without a card…</Trans>
        </ActionButton>
      ) : null}
    </Bar>
  );
}
