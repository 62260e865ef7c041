import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ApplicationView } from '../../shared/contract/screen.ts';
import { mayStay, stepBefore, stepOf, type WizardStep } from './steps.ts';

/** The step at hand, and the ways to another one. */
export interface StepOfWizard {
  readonly step: WizardStep;
  /** Since the wizard opened another step than the answers was on the screen. */
  readonly leftAnswers: RefObject<boolean>;
  goTo(step: WizardStep): void;
  goBack(): void;
}

/** Opens the wizard where the application waits, and follows its state. */
export function useStep(state: ApplicationView['state']): StepOfWizard {
  const [step, setStep] = useState<WizardStep>(() => stepOf(state));
  const leftAnswers = useRef(false);
  useEffect(() => {
    if (step !== 'answers') leftAnswers.current = true;
  }, [step]);

  // Only a change of the state moves the wizard by itself (the printer is done, a change undid the check).
  const lastState = useRef(state);
  useEffect(() => {
    if (lastState.current === state) return;
    lastState.current = state;
    setStep((now) => (mayStay(now, state) ? now : stepOf(state)));
  }, [state]);

  const goBack = useCallback(() => setStep((now) => stepBefore(now, state) ?? now), [state]);
  return { step, leftAnswers, goTo: setStep, goBack };
}
