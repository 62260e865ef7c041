import { createContext, type RefObject, useContext } from 'react';
import type { InputName } from '../../shared/application/fields.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { PrinterStatus } from '../../shared/contract/printing/printer-status.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { PolicyRules } from '../../shared/programme/complete.ts';
import type { HandBack } from './applicants-screen/use-hand-back.ts';
import type { TickedDocuments } from './documents/use-ticked-documents.ts';
import type { PrintPhase } from './print/print-phase.ts';
import type { WizardStep } from './steps.ts';

/** What may lie over the wizard and wants an answer. */
export type WizardDialog = 'end' | 'deny' | 'spoil' | 'stop-print' | 'waive' | 'show-applicant';

/** What the steps of the wizard share. */
export interface Wizard {
  readonly application: ApplicationView;
  /** The steps of this application, in their order. */
  readonly steps: readonly WizardStep[];
  /** What the application began under. */
  readonly policy: PolicyRules;
  readonly today: CalendarDate;
  readonly printer: PrinterStatus;
  /** Where the printing of this card stands. */
  readonly printing: PrintPhase;
  /** Another application's card is under way. */
  readonly othersPrint: boolean;
  /** The clerk has stopped it, and the printer has not ended it yet. */
  readonly stopping: boolean;
  readonly documents: TickedDocuments;
  /** Nothing of the person is to be seen: not the card, not the step. */
  readonly covered: boolean;
  /** A dialog or the cover lies over the step, so no key is for it. */
  readonly isOverlaid: boolean;
  readonly dialogOpen: boolean;
  /** A legal hold keeps this application: nothing here may promise that it is erased, or finish it. */
  readonly held: boolean;
  /** A legal hold is in force, whatever it is about: no card is destroyed without counsel. */
  readonly cardsAreKept: boolean;
  /** The core refused to finish this application under a legal hold: from now on it is `held`. */
  tellHeld(): void;
  /** Since the wizard opened another step than the answers was on the screen. */
  readonly leftAnswers: RefObject<boolean>;
  goTo(step: WizardStep): void;
  goBack(): void;
  /** The step was opened once more to change something: Enter and Escape lead straight back to the read-back. */
  readonly isReopened: boolean;
  /** Where to begin on the answers that were opened once more; null for wherever they begin. */
  readonly changing: RefObject<InputName | null>;
  /** Opens a step that was done before, to change something: an answer, where one is named. */
  reopen(step: WizardStep, input?: InputName): void;
  /** Straight to where the application waits, or why not: a step between lacks something. */
  returnToReadBack(): Promise<Refusal | null>;
  /** How the applicant left the answers, until the clerk goes on from there; null: nothing to tell. */
  readonly handBack: HandBack | null;
  /** Closes the application without ending it, for later. */
  putAside(): void;
  /** The applicant goes on with the answers by themselves; null: not from here. */
  readonly giveScreen: (() => void) | null;
  openDialog(dialog: WizardDialog): void;
  /** The hand-over was confirmed: the perforation tears. `false` mends it, when the core refused. */
  tear(torn: boolean): void;
}

export const WizardContext = createContext<Wizard | null>(null);

/** The wizard that this step belongs to. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === null) throw new Error('a step is drawn outside the wizard');
  return wizard;
}
