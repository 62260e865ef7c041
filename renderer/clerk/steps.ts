import type { ApplicationView } from '../../shared/contract/screen.ts';
import { unreachable } from '../../shared/result.ts';

/** The steps of the clerk's wizard, in their order. */
export const wizardSteps = ['answers', 'documents', 'photo', 'check', 'print', 'hand-over'] as const;
export type WizardStep = (typeof wizardSteps)[number];

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
      return step === 'answers' || step === 'documents';
    case 'checked':
      return step === 'answers' || step === 'documents' || step === 'photo';
    case 'photographed':
    case 'ready':
      return step !== 'print' && step !== 'hand-over';
    default:
      return step === stepOf(state);
  }
}

const endings: readonly State[] = ['handed-over', 'denied', 'withdrawn', 'expired', 'wiping'];

/** Whether an application is over: nothing can be done for it any more. */
export function isEnding(state: State): boolean {
  return endings.includes(state);
}

/** The step that Escape goes back to; `null` where there is no way back. */
export function stepBefore(step: WizardStep, state: State): WizardStep | null {
  const before = wizardSteps[wizardSteps.indexOf(step) - 1];
  return before !== undefined && mayStay(before, state) ? before : null;
}

/** Whether a step is behind the application, whatever is on the screen. */
export function isDone(step: WizardStep, state: State): boolean {
  const waitsFor = stepOf(state);
  return wizardSteps.indexOf(step) < wizardSteps.indexOf(waitsFor);
}
