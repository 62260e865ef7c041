import { createContext, useContext } from 'react';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { TypedAnswersStore } from './typed-answers.ts';

/** What one field works with. The wizard is another one with each commit; this stays, so that a key draws one field anew. */
export interface AnswerForm {
  readonly typed: TypedAnswersStore;
  /** What the application began under. */
  readonly policy: CompletePolicy;
  readonly today: CalendarDate;
}

export const AnswerFormContext = createContext<AnswerForm | null>(null);

/** The form that this field belongs to. */
export function useAnswerForm(): AnswerForm {
  const form = useContext(AnswerFormContext);
  if (form === null) throw new Error('a field is drawn outside the wizard');
  return form;
}
