import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { type FieldProblem, MAXIMUM_TYPED_LENGTH } from '../../../shared/application/answers.ts';
import { type FieldName, fieldOf, fields, type InputName } from '../../../shared/application/fields.ts';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { TypedField } from '../../parts/text-field/typed-field.tsx';
import { drawingProblemInWords } from '../../wording/application/drawing-problem.ts';
import { inputInWords } from '../../wording/application/fields.ts';
import { problemInWords } from '../../wording/application/problem.ts';
import { answerOf, drawingProblemOf } from '../preview/drawing-problem.ts';
import { useWizard } from '../wizard-context.ts';
import { answerId, isDateSeparator, nextPart, nextWhenFull, requiredInputs } from './answer-order.ts';
import { focusAnswer } from './focus-answer.ts';
import { mayShow } from './problem-timing.ts';

interface AnswerInputProps {
  readonly field: InputName;
  readonly problems: readonly FieldProblem[];
  /** Going on was refused: from now on every problem is shown. */
  readonly attempted: boolean;
  readonly hint: string | null;
  readonly onEnter: (field: InputName) => void;
  /**
   * The field to which the focus came by itself. Many fingers type Tab or Enter after "24" all the same:
   * that one key is what they mean by it, and must not skip the empty field.
   */
  readonly arrival: RefObject<InputName | null>;
}

/** The id of the one note below the three narrow inputs of a date. */
export function dateNote(field: FieldName): string {
  return `${field}-note`;
}

/** One typed answer: kept by the core with every change. */
export function AnswerInput({
  field,
  problems,
  attempted,
  hint,
  onEnter,
  arrival,
}: AnswerInputProps): ReactNode {
  const { form, policy } = useWizard();
  const { commits } = useCore();
  const { kind, inputs } = fields[fieldOf(field)];
  const isDate = kind === 'date';
  const isText = kind === 'text' || (kind === 'contact' && field === inputs[0]);

  const problem = problems.find((each) => each.field === field)?.problem ?? null;
  const touched = form.formState.touchedFields[field] === true;
  const shown = problem !== null && mayShow(problem, touched, attempted);
  const drawing = useCoreView((view) => drawingProblemOf(view.preview));
  const notDrawable = drawing !== null && answerOf(drawing) === field ? drawing : null;

  const registration = form.register(field, {
    onChange: (event: { target: { value: string } }) => {
      const typed = event.target.value;
      // The core takes no more; the field says so, and keeps all of it.
      if (typed.length <= MAXIMUM_TYPED_LENGTH) commits.commit(field, typed);
      const next = nextWhenFull(policy.fields, field, typed);
      if (next === null) return;
      arrival.current = next;
      focusAnswer(next);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const empty = event.currentTarget.value === '';
    const swallow = empty && arrival.current === field && !event.shiftKey;
    arrival.current = null;
    if (event.key === 'Tab' && swallow) event.preventDefault();
    else if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      if (!swallow) onEnter(field);
    } else if (isDate && isDateSeparator(event.key)) {
      event.preventDefault();
      const next = nextPart(policy.fields, field);
      if (!empty && next !== null) focusAnswer(next);
    }
  };

  return (
    <TypedField
      id={answerId(field)}
      label={inputInWords(field, policy.fields)}
      {...(hint === null ? {} : { hint })}
      problem={
        shown ? problemInWords(problem) : notDrawable === null ? null : drawingProblemInWords(notDrawable)
      }
      {...(isDate ? { sharedNote: dateNote(fieldOf(field)) } : {})}
      required={requiredInputs(policy.fields).includes(field)}
      numeric={!isText}
      withAccents={isText}
      registration={registration}
      onKeyDown={onKeyDown}
    />
  );
}
