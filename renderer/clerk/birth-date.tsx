import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../shared/application/answers.ts';
import hidden from '../parts/hidden.module.css';
import { FieldNote } from '../parts/typed-field.tsx';
import { problemInWords } from '../wording/problem.ts';
import { BIRTH_DATE_NOTE } from './answer-input.tsx';
import styles from './answers-step.module.css';
import { useDesk } from './desk-context.ts';
import { mayShow } from './problem-timing.ts';

interface BirthDateProps {
  readonly problems: readonly FieldProblem[];
  readonly attempted: boolean;
  readonly children: ReactNode;
}

/** The three fields of a birth date, with the first of their problems below them. */
export function BirthDate({ problems, attempted, children }: BirthDateProps): ReactNode {
  const { form } = useDesk();
  const first = problems.find(
    ({ field, problem }) =>
      (field === 'birthDay' || field === 'birthMonth' || field === 'birthYear') &&
      mayShow(problem, form.formState.touchedFields[field] === true, attempted),
  );
  return (
    <fieldset>
      <legend className={hidden.hidden}>
        <Trans>Birth date</Trans>
      </legend>
      <div className={styles.date}>{children}</div>
      <FieldNote id={BIRTH_DATE_NOTE} problem={first === undefined ? null : problemInWords(first.problem)} />
    </fieldset>
  );
}
