import { createContext, useContext } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { ResidentsEnding } from '../../shared/contract/residents/last-ending.ts';
import type { ResidentStatus } from '../../shared/contract/residents/resident-acts.ts';
import type { ResidentsScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import type { PolicyRules } from '../../shared/programme/complete.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import type { Flow, Question } from './flow/flow.ts';
import type { ChangeableSettings } from './page/page-settings.ts';

/** What may lie over a resident's screen and wants an answer. */
export type ResidentDialog =
  | 'language'
  | 'text-size'
  | 'contrast'
  | 'keys'
  | 'leave'
  | 'leave-with-ticket'
  | 'start-over'
  | 'staff';

/** What a resident's screens share. */
export interface Resident {
  readonly status: ResidentsScreenStatus;
  readonly policy: PolicyRules;
  readonly language: ResidentLanguage;
  readonly flow: Flow;
  readonly questions: readonly Question[];
  readonly settings: ChangeableSettings;
  /** How an application ended, as the screen tells it now. */
  readonly told: ResidentsEnding;
  /**
   * Whether somebody is there is asked. Not the status's: that has it also where a page is as every resident finds it, and nothing would
   * be lost.
   */
  readonly idle: ResidentStatus['idle'];
  /** A dialog or the cover lies over the screen, so no key is for it. */
  readonly isOverlaid: boolean;
  /** Why a language could not be kept with the application. */
  readonly languageRefusal: Refusal | null;
  /** From now on everything is in this language. An application that is open keeps it; `true` once it does. */
  chooseLanguage(language: ResidentLanguage): Promise<boolean>;
  /** It was told. */
  forgetLanguageRefusal(): void;
  goTo(flow: Flow): void;
  openDialog(dialog: ResidentDialog): void;
  /** Nothing on the screen can be read any more, until it is uncovered. */
  cover(): void;
  /** To where the next resident begins, in English and as every resident finds it. */
  beginAnew(): void;
}

export const ResidentContext = createContext<Resident | null>(null);

/** The resident whose screen this is. */
export function useResident(): Resident {
  const resident = useContext(ResidentContext);
  if (resident === null) throw new Error('a screen is drawn outside the resident’s');
  return resident;
}
