import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { InputName } from '../../shared/application/fields.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import {
  isBefore,
  mayStay,
  opensAt,
  type PlaceInWizard,
  stepBefore,
  stepOf,
  type WizardStep,
} from './steps.ts';

/** The step at hand, and the ways to another one. */
export interface StepOfWizard extends PlaceInWizard {
  /** Since the wizard opened another step than the answers was on the screen. */
  readonly leftAnswers: RefObject<boolean>;
  goTo(step: WizardStep): void;
  goBack(): void;
  /** Where to begin on the answers that were opened once more; null for wherever they begin. */
  readonly changing: RefObject<InputName | null>;
  /** Opens a step that was done before, to change something: an answer, where one is named. */
  reopen(step: WizardStep, input?: InputName): void;
}

/** Opens the wizard where `opensAt` says, follows its state, and keeps in `left` where it is. */
export function useStep(
  state: ApplicationView['state'],
  steps: readonly WizardStep[],
  left: RefObject<PlaceInWizard | null>,
  isAnswered: boolean,
): StepOfWizard {
  const [opened] = useState(() => opensAt(state, steps, left.current, isAnswered));
  const [step, setStep] = useState<WizardStep>(opened.step);
  const [isReopened, setReopened] = useState(opened.isReopened);
  const leftAnswers = useRef(false);
  useEffect(() => {
    left.current = { step, isReopened };
    if (step !== 'answers') leftAnswers.current = true;
    if (!isBefore(step, 'check')) setReopened(false);
  }, [step, isReopened, left]);

  // Only a change of the state moves the wizard by itself (the printer is done, a change undid the check).
  const lastState = useRef(state);
  useEffect(() => {
    if (lastState.current === state) return;
    lastState.current = state;
    setStep((now) => (mayStay(now, state) ? now : stepOf(state)));
  }, [state]);

  const goBack = useCallback(() => setStep((now) => stepBefore(now, state, steps) ?? now), [state, steps]);
  const changing = useRef<InputName | null>(null);
  const reopen = useCallback((to: WizardStep, input?: InputName) => {
    changing.current = input ?? null;
    setReopened(true);
    setStep(to);
  }, []);
  // Where no photo is yet, its step is the next one, whatever led there.
  // At midnight somebody may come of an age at which no caretaker is asked for.
  const shown = steps.includes(step) ? step : 'documents';
  const isNext = step === 'photo' && stepOf(state) === 'photo';
  return {
    step: shown,
    leftAnswers,
    isReopened: isReopened && !isNext,
    goTo: setStep,
    goBack,
    changing,
    reopen,
  };
}
