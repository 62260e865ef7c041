import { useMemo } from 'react';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { PolicyRules } from '../../../shared/programme/complete.ts';
import { mayApplicantAnswer } from '../../../shared/residents/may-answer.ts';
import { hasToShow } from '../show-applicant/what-to-show.ts';
import type { WizardStep } from '../steps.ts';

/** What a step of the clerk has for the applicant on the other side of the counter. */
export interface ForApplicant {
  /** The applicant goes on with the answers by themselves; null: not from here. */
  readonly giveScreen: (() => void) | null;
  /** There is something for them to read. */
  readonly hasToShow: boolean;
}

/** Whether F11 is there: never where the applicant's screens would have nothing to show. */
export function mayGiveScreen(
  step: WizardStep,
  state: ApplicationView['state'],
  setting: ResidentSetting,
): boolean {
  return step === 'answers' && setting !== 'off' && mayApplicantAnswer(state);
}

/** See `ForApplicant`. `giveScreen`: gives the screen, where the step and the kiosk's setting let it. */
export function useForApplicant(
  step: WizardStep,
  application: ApplicationView,
  policy: PolicyRules,
  { setting }: KioskStatus['residents'],
  giveScreen: () => Promise<void>,
): ForApplicant {
  const mayGive = mayGiveScreen(step, application.state, setting);
  const shows = hasToShow(step, application, policy, setting === 'off');
  return useMemo(
    () => ({ giveScreen: mayGive ? () => void giveScreen() : null, hasToShow: shows }),
    [mayGive, shows, giveScreen],
  );
}
