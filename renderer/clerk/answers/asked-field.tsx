import type { ReactNode } from 'react';
import type { FieldProblem } from '../../../shared/application/answers.ts';
import { fields, type InputName } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { unreachable } from '../../../shared/result.ts';
import hidden from '../../parts/hidden.module.css';
import { FieldNote } from '../../parts/text-field/typed-field.tsx';
import { fieldInWords, hintInWords } from '../../wording/application/fields.ts';
import { problemInWords } from '../../wording/application/problem.ts';
import { useWizard } from '../wizard-context.ts';
import { dateNote } from './answer-input.tsx';
import styles from './answers-step.module.css';
import { mayShow } from './problem-timing.ts';

interface AskedFieldProps {
  readonly asked: PolicyField;
  readonly problems: readonly FieldProblem[];
  readonly attempted: boolean;
  /** Its inputs. */
  readonly children: ReactNode;
}

/** One field that the programme asks for, in its place on the form. Fields of several inputs are a group with a name. */
export function AskedField({ asked, problems, attempted, children }: AskedFieldProps): ReactNode {
  const { form } = useWizard();
  const { kind, inputs } = fields[asked.field];
  const legend = <legend className={hidden.hidden}>{fieldInWords(asked)}</legend>;
  switch (kind) {
    case 'text':
    case 'digits':
      return <div className={asked.field === 'name' ? styles.wide : undefined}>{children}</div>;
    case 'date': {
      const isPart = (field: InputName): boolean => inputs.some((input) => input === field);
      const hint = hintInWords(inputs[0], asked);
      // Its inputs are narrow: the first of their problems stands below all of them.
      const first = problems.find(
        ({ field, problem }) =>
          isPart(field) && mayShow(problem, form.formState.touchedFields[field] === true, attempted),
      );
      return (
        <fieldset>
          {legend}
          <div className={styles.date}>{children}</div>
          <FieldNote
            id={dateNote(asked.field)}
            problem={first === undefined ? null : problemInWords(first.problem)}
            {...(hint === null ? {} : { hint })}
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
