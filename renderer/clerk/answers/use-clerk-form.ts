import { useMemo } from 'react';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyRules } from '../../../shared/programme/complete.ts';
import type { AnswerForm, AnswerWords } from '../../application/answers/answer-form.ts';
import type { TypedAnswersStore } from '../../application/answers/typed-answers.ts';
import { doubtInWords } from '../../wording/application/doubt.ts';
import { drawingProblemInWords } from '../../wording/application/drawing-problem.ts';
import { problemInWords } from '../../wording/application/problem.ts';

/** What a clerk is told at a field. */
const CLERK_WORDS: AnswerWords = {
  problem: problemInWords,
  doubt: doubtInWords,
  drawing: drawingProblemInWords,
  aloud: null,
};

/** Every field of the policy, as a clerk fills them in. */
export function useClerkForm(
  typed: TypedAnswersStore,
  { fields: uses }: PolicyRules,
  today: CalendarDate,
): AnswerForm {
  return useMemo(() => ({ typed, uses, today, words: CLERK_WORDS }), [typed, uses, today]);
}
