import type { Policy } from '../programme/policy.ts';
import { type ResidentLanguage, residentLanguages } from './language.ts';

/** What a programme decides about residents who answer alone, with what holds where it says nothing. */
export interface ResidentRules {
  readonly languages: readonly ResidentLanguage[];
  /** So long without a touch, and the screen asks whether somebody is there. */
  readonly warnAfterSeconds: number;
  /** So much later, unanswered, it ends. */
  readonly endAfterSeconds: number;
}

/** The rules of a policy; a warning after two minutes and an end half a minute later are what shared kiosks use. */
export function residentRules({ residents }: Pick<Policy, 'residents'>): ResidentRules {
  return {
    languages: residents?.languages ?? residentLanguages,
    warnAfterSeconds: residents?.warnAfterSeconds ?? 120,
    endAfterSeconds: residents?.endAfterSeconds ?? 30,
  };
}
