import type { ReactNode } from 'react';
import { answersSoFar, type FieldProblem } from '../../../shared/application/answers.ts';
import type { AnswerDoubt } from '../../../shared/application/doubt.ts';
import { type FieldName, fields, type InputName } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { unreachable } from '../../../shared/result.ts';
import hidden from '../../parts/hidden.module.css';
import { FieldNote } from '../../parts/text-field/field-note.tsx';
import { applicantsAgeInWords } from '../../wording/application/age.ts';
import { doubtInWords } from '../../wording/application/doubt.ts';
import { fieldInWords, hintInWords } from '../../wording/application/fields.ts';
import { problemInWords } from '../../wording/application/problem.ts';
import { useWizard } from '../wizard-context.ts';
import { dateNote } from './answer-input.tsx';
import styles from './answers-step.module.css';
import { mayShow } from './problem-timing.ts';
import { useAnswers, useLeftInputs } from './use-typed-answers.ts';

interface AskedFieldProps {
  readonly asked: PolicyField;
  readonly problems: readonly FieldProblem[];
  readonly attempted: boolean;
  /** What is asked about it; null for nothing. */
  readonly doubt: AnswerDoubt | null;
  /** Its inputs. */
  readonly children: ReactNode;
}

/** One field that the programme asks for, in its place on the form. Fields of several inputs are a group with a name. */
export function AskedField({ asked, problems, attempted, doubt, children }: AskedFieldProps): ReactNode {
  const left = useLeftInputs();
  const age = useAgeToday(asked.field);
  const { kind, inputs } = fields[asked.field];
  const legend = <legend className={hidden.hidden}>{fieldInWords(asked)}</legend>;
  switch (kind) {
    case 'text':
    case 'digits':
    case 'mark':
      return <div className={asked.field === 'name' ? styles.wide : undefined}>{children}</div>;
    case 'date': {
      const isPart = (field: InputName): boolean => inputs.some((input) => input === field);
      const hint = hintInWords(inputs[0], asked);
      // Its inputs are narrow: the first of their problems stands below all of them.
      const first = problems.find(
        ({ field, problem }) => isPart(field) && mayShow(problem, left.has(field), attempted),
      );
      return (
        <fieldset>
          {legend}
          <div className={styles.date}>{children}</div>
          <FieldNote
            id={dateNote(asked.field)}
            problem={
              first !== undefined
                ? problemInWords(first.problem)
                : doubt === null
                  ? null
                  : doubtInWords(doubt)
            }
            hint={age ?? hint ?? undefined}
            isQuestion={first === undefined}
          />
        </fieldset>
      );
    }
    case 'contact':
      return (
        <fieldset className={styles.wide}>
          {legend}
          <div className={styles.columns}>{children}</div>
        </fieldset>
      );
    default:
      return unreachable(kind);
  }
}

/** How old the birth date makes the applicant, as soon as it is one: a wrong year is seen by the age at once. */
function useAgeToday(field: FieldName): string | null {
  const { policy, today } = useWizard();
  const answers = useAnswers();
  if (field !== 'birthDate') return null;
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  return birthDate === null ? null : applicantsAgeInWords(birthDate, today);
}
