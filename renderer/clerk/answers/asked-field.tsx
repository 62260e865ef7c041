import { useLingui } from '@lingui/react/macro';
import { memo, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { answersSoFar } from '../../../shared/application/answers.ts';
import { type FieldName, fields, type InputName, inputsInOrder } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { unreachable } from '../../../shared/result.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { AnswerInput, dateNote } from '../../application/answers/answer-input.tsx';
import { fieldHint } from '../../application/answers/field-hint.tsx';
import { useDoubtAbout } from '../../application/answers/use-doubts.ts';
import { useShownProblem } from '../../application/answers/use-typed-answers.ts';
import hidden from '../../parts/hidden.module.css';
import { FieldNote } from '../../parts/text-field/field-note.tsx';
import { applicantsAgeInWords } from '../../wording/application/age.ts';
import { fieldInWords, hintInWords } from '../../wording/application/fields.ts';
import styles from './answers-step.module.css';

interface AskedFieldProps {
  readonly asked: PolicyField;
  /** Going on was refused: from now on every problem is shown. */
  readonly attempted: boolean;
  readonly onEnter: (field: InputName) => void;
  /** See `AnswerInput`. */
  readonly arrival: RefObject<InputName | null>;
}

/**
 * One field that the programme asks for, in its place on the form. Fields of several inputs are a group with a name. What
 * it is given stays the same while the step around it is drawn anew.
 */
export const AskedField = memo(function AskedField(props: AskedFieldProps): ReactNode {
  const { asked, attempted } = props;
  const { kind } = fields[asked.field];
  const legend = <legend className={hidden.hidden}>{fieldInWords(asked)}</legend>;
  const children = inputsInOrder(asked).map((input) => (
    <AnswerInput
      key={input}
      field={input}
      hinted={asked}
      attempted={attempted}
      onEnter={props.onEnter}
      arrival={props.arrival}
    />
  ));
  switch (kind) {
    case 'text':
    case 'digits':
    case 'mark':
      return <div className={asked.field === 'name' ? styles.wide : undefined}>{children}</div>;
    case 'date':
      return (
        <fieldset>
          {legend}
          <div className={styles.date}>{children}</div>
          <DateNote asked={asked} attempted={attempted} />
        </fieldset>
      );
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
});

/** Below all parts of a date, which are narrow: the first of their problems, the question about it, or the age. */
function DateNote({ asked, attempted }: Pick<AskedFieldProps, 'asked' | 'attempted'>): ReactNode {
  const { t } = useLingui();
  const { inputs } = fields[asked.field];
  const parts: readonly InputName[] = inputs;
  const { typed, words } = useAnswerForm();
  const problem = useShownProblem(inputs, attempted);
  const doubt = useDoubtAbout(asked.field);
  const age = useAgeToday(asked.field);
  const isEmpty = useStore(typed, ({ texts }) => parts.every((part) => texts[part].trim() === ''));
  const hint = fieldHint(hintInWords(inputs[0], asked));
  // All parts are marked then, and the first of them alone would be asked for.
  const lacksAll = isEmpty && problem?.kind === 'empty' && asked.yearOnlyAllowed !== true;
  const inWords = lacksAll
    ? t({
        message: 'Enter the birth date in numbers.',
        comment: 'Error below the empty day, month and year of a birth date, to a clerk.',
      })
    : problem !== null
      ? words.problem(problem)
      : doubt === null
        ? null
        : words.doubt(doubt);
  return (
    <FieldNote
      id={dateNote(asked.field)}
      problem={inWords}
      hint={age ?? hint}
      isQuestion={problem === null}
    />
  );
}

/** How old the birth date makes the applicant, as soon as it is one: a wrong year is seen by the age at once. */
function useAgeToday(field: FieldName): string | null {
  const { typed, uses, today } = useAnswerForm();
  return useStore(typed, ({ texts }) => {
    if (field !== 'birthDate') return null;
    const { birthDate } = answersSoFar(texts, uses, today);
    return birthDate === null ? null : applicantsAgeInWords(birthDate, today);
  });
}
