import { type ReactNode, useRef } from 'react';
import { fields, type InputName, inputsInOrder } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { unreachable } from '../../../shared/result.ts';
import { saidAloud, useAnswerForm } from '../../application/answers/answer-form.ts';
import { AnswerInput, dateNote } from '../../application/answers/answer-input.tsx';
import { fieldHint } from '../../application/answers/field-hint.tsx';
import { useDoubtAbout } from '../../application/answers/use-doubts.ts';
import { useShownProblem } from '../../application/answers/use-typed-answers.ts';
import { FieldNote } from '../../parts/text-field/field-note.tsx';
import { hintInWords } from '../../wording/application/fields.ts';
import { dateExampleInWords } from '../../wording/resident/date-example.ts';
import styles from './field-inputs.module.css';

interface FieldInputsProps {
  readonly asked: PolicyField;
  readonly attempted: boolean;
  readonly onEnter: (input: InputName) => void;
}

/** What is typed for one field: in one input, or in the two or three of a contact or a date. */
export function FieldInputs(props: FieldInputsProps): ReactNode {
  const { asked, attempted } = props;
  const arrival = useRef<InputName | null>(null);
  const { kind } = fields[asked.field];
  const inputs = inputsInOrder(asked);
  const isAlone = inputs.length === 1;
  const typed = inputs.map((input) => (
    <AnswerInput
      key={input}
      field={input}
      hinted={kind === 'date' ? null : asked}
      {...(isAlone ? { labelledBy: 'heading' } : {})}
      attempted={attempted}
      onEnter={props.onEnter}
      arrival={arrival}
    />
  ));
  switch (kind) {
    case 'text':
    case 'digits':
    case 'mark':
      return <div>{typed}</div>;
    case 'contact':
      return (
        <fieldset className={styles.two} aria-labelledby="heading">
          {typed}
        </fieldset>
      );
    case 'date':
      return (
        <fieldset aria-labelledby="heading" aria-describedby={`${asked.field}-example`}>
          <DateExample asked={asked} />
          <div className={styles.date}>{typed}</div>
          <DateNote asked={asked} attempted={attempted} />
        </fieldset>
      );
    default:
      return unreachable(kind);
  }
}

/** Above the parts of a date: in which order they are, and of which calendar. */
function DateExample({ asked }: { asked: PolicyField }): ReactNode {
  return (
    <p id={`${asked.field}-example`} className={styles.example}>
      {dateExampleInWords(asked.order ?? 'month-day-year')}
    </p>
  );
}

function DateNote({ asked, attempted }: Pick<FieldInputsProps, 'asked' | 'attempted'>): ReactNode {
  const { inputs } = fields[asked.field];
  const { words } = useAnswerForm();
  const problem = useShownProblem(inputs, attempted);
  const doubt = useDoubtAbout(asked.field);
  return (
    <FieldNote
      id={dateNote(asked.field)}
      problem={problem !== null ? words.problem(problem) : doubt === null ? null : words.doubt(doubt)}
      hint={fieldHint(hintInWords(inputs[0], asked))}
      isQuestion={problem === null}
      aloud={saidAloud(words, problem ?? doubt)}
    />
  );
}
