import type { ApplicationState } from '../application/lifecycle.ts';

/**
 * Whether an application is in the part that an applicant does alone: their card details, as long as no photo is taken. Their
 * screens show no other part, so the screen is given for no other.
 */
export function mayApplicantAnswer(state: ApplicationState['kind']): boolean {
  return state === 'draft' || state === 'checked';
}
