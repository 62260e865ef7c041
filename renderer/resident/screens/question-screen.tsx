import type { ReactNode } from 'react';
import type { Question } from '../flow/flow.ts';
import { useResident } from '../resident-context.ts';
import { FieldQuestion } from './field-question.tsx';
import { RouteQuestion } from './route-question.tsx';

/** One question: each is a screen of its own, that begins anew. */
export function QuestionScreen({ question }: { question: Question }): ReactNode {
  const { policy } = useResident();
  if (question === 'route') return <RouteQuestion />;
  const asked = policy.fields.find(({ field }) => field === question);
  if (asked === undefined) throw new Error('the policy does not ask for this field');
  return <FieldQuestion key={question} asked={asked} />;
}
