import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import { unreachable } from '../../shared/result.ts';

/** Every step that the clerk's wizard may have, in their order. */
const allSteps = ['answers', 'caretaker', 'documents', 'photo', 'check', 'print', 'hand-over'] as const;
export type WizardStep = (typeof allSteps)[number];

/** The steps of one application. `asksForCaretaker`: at the applicant's age a caretaker's word counts. */
export function wizardSteps(asksForCaretaker: boolean): readonly WizardStep[] {
  return asksForCaretaker ? allSteps : allSteps.filter((step) => step !== 'caretaker');
}

type State = ApplicationView['state'];

/** The step that an application in this state waits for: where the wizard opens. */
export function stepOf(state: State): WizardStep {
  switch (state) {
    case 'draft':
      return 'answers';
    case 'checked':
      return 'photo';
    case 'photographed':
    case 'ready':
      return 'check';
    case 'queued':
    case 'printing':
    // A spoiled card is decided where cards are made: print it again, or change something first.
    case 'spoiled':
      return 'print';
    case 'printed':
    case 'handed-over':
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'called-off':
    case 'wiping':
      return 'hand-over';
    default:
      return unreachable(state);
  }
}

/** Whether the wizard may stay at a step when the application has come into this state. */
export function mayStay(step: WizardStep, state: State): boolean {
  switch (state) {
    case 'draft':
      return step === 'answers' || step === 'caretaker' || step === 'documents';
    case 'checked':
      return step !== 'check' && step !== 'print' && step !== 'hand-over';
    case 'photographed':
    case 'ready':
      return step !== 'print' && step !== 'hand-over';
    default:
      return step === stepOf(state);
  }
}

/** Where a wizard was. */
export interface PlaceInWizard {
  readonly step: WizardStep;
  /** It was opened once more to change something: from there the way leads straight back to the read-back. */
  readonly isReopened: boolean;
}

/**
 * Where the wizard opens. `left`: where the one before it in the same session was, which the lock took from the screen.
 * `isAnswered`: an applicant has answered everything, and the clerk goes on after that.
 */
export function opensAt(
  state: State,
  steps: readonly WizardStep[],
  left: PlaceInWizard | null,
  isAnswered: boolean,
): PlaceInWizard {
  if (isAnswered) return { step: stepAfter('answers', steps), isReopened: false };
  return left !== null && mayStay(left.step, state) ? left : { step: stepOf(state), isReopened: false };
}

/** The step after this one: there is one after every step but the last. */
export function stepAfter(step: WizardStep, steps: readonly WizardStep[]): WizardStep {
  return steps[steps.indexOf(step) + 1] ?? step;
}

/** The step that Escape goes back to; `null` where there is no way back. */
export function stepBefore(step: WizardStep, state: State, steps: readonly WizardStep[]): WizardStep | null {
  const before = steps[steps.indexOf(step) - 1];
  return before !== undefined && mayStay(before, state) ? before : null;
}

/** Whether a step is behind the application, whatever is on the screen. */
export function isDone(step: WizardStep, state: State): boolean {
  return isBefore(step, stepOf(state));
}

/** Whether a step comes before another one. */
export function isBefore(step: WizardStep, other: WizardStep): boolean {
  return allSteps.indexOf(step) < allSteps.indexOf(other);
}
