import { useStore } from 'zustand';
import type { ValidAnswers } from '../../../shared/application/answers.ts';
import { type AnswerDoubt, doubtsOf, type FieldDoubt } from '../../../shared/application/doubt.ts';
import type { FieldName } from '../../../shared/application/fields.ts';
import { useWizard } from '../wizard-context.ts';

/** Questions about answers that may well be right. */
export interface Doubts {
  /** What is asked about a field now; null for nothing. */
  askedAbout(field: FieldName): AnswerDoubt | null;
  /** Asks what was not asked before, and answers the first field it is about; null where there is nothing to ask. */
  ask(): FieldName | null;
}

const keyOf = ({ field, doubt, value }: FieldDoubt): string => `${field} ${doubt.kind} ${value}`;

/** Each doubt is asked once: going on a second time is the answer. `answers`: null while they do not hold. */
export function useDoubts(answers: ValidAnswers | null): Doubts {
  const { typed, today } = useWizard();
  const asked = useStore(typed, (state) => state.asked);
  const doubts = answers === null ? [] : doubtsOf(answers, today);
  return {
    askedAbout: (field) =>
      doubts.find((each) => each.field === field && asked.has(keyOf(each)))?.doubt ?? null,
    ask() {
      const first = doubts.find((each) => !asked.has(keyOf(each)));
      if (first === undefined) return null;
      typed.setState({ asked: new Set([...asked, ...doubts.map(keyOf)]) });
      return first.field;
    },
  };
}
