import { useMemo } from 'react';
import type { ApplicationView } from '../../../shared/contract/screen.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { hasToShow } from '../show-applicant/what-to-show.ts';
import type { WizardStep } from '../steps.ts';

/** What a step of the clerk has for the applicant on the other side of the counter. */
export interface ForApplicant {
  /** The applicant goes on with the answers by themselves; null: not from here. */
  readonly giveScreen: (() => void) | null;
  /** There is something for them to read. */
  readonly hasToShow: boolean;
}

/** See `ForApplicant`. `giveScreen`: gives the screen, where the step and the kiosk's setting let it. */
export function useForApplicant(
  step: WizardStep,
  application: ApplicationView,
  policy: CompletePolicy,
  { setting }: KioskStatus['residents'],
  giveScreen: () => Promise<void>,
): ForApplicant {
  const mayGive = step === 'answers' && setting === 'counter';
  const shows = hasToShow(step, application, policy, setting === 'off');
  return useMemo(
    () => ({ giveScreen: mayGive ? () => void giveScreen() : null, hasToShow: shows }),
    [mayGive, shows, giveScreen],
  );
}
