import { createContext, useContext } from 'react';
import type { AnswerProblem } from '../../../shared/application/answers.ts';
import type { AnswerDoubt } from '../../../shared/application/doubt.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import type { DrawingProblem } from '../preview/drawing-problem.ts';
import type { TypedAnswersStore } from './typed-answers.ts';

/** What is wrong with an answer, or asked about it. */
export type AnswerFault = AnswerProblem | AnswerDoubt | DrawingProblem;

/** What is said at a field, to whoever types: to a clerk about the applicant, or to the applicant. */
export interface AnswerWords {
  problem(problem: AnswerProblem): string;
  doubt(doubt: AnswerDoubt): string;
  drawing(problem: DrawingProblem): string;
  /** What a screen reader says of it by itself, where others may hear that; null: what is seen at the field. */
  readonly aloud: ((fault: AnswerFault) => string) | null;
}

/** What is said by itself of what is at a field now, if anything is; undefined: what is seen there. See `FieldNote`. */
export function saidAloud({ aloud }: AnswerWords, fault: AnswerFault | null): string | null | undefined {
  if (aloud === null) return undefined;
  return fault === null ? null : aloud(fault);
}

/** What one field works with. The screen is another one with each commit; this stays, so that a key draws one field anew. */
export interface AnswerForm {
  readonly typed: TypedAnswersStore;
  /** The fields that are asked for together, as the policy has them which the application began under. */
  readonly uses: readonly PolicyField[];
  readonly today: CalendarDate;
  readonly words: AnswerWords;
}

export const AnswerFormContext = createContext<AnswerForm | null>(null);

/** The form that this field belongs to. */
export function useAnswerForm(): AnswerForm {
  const form = useContext(AnswerFormContext);
  if (form === null) throw new Error('a field is drawn outside a form');
  return form;
}
