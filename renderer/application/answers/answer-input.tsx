import { type KeyboardEvent, memo, type ReactNode, type RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type FieldName, fieldOf, fields, type InputName } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { useCoreView } from '../../core-client/core.tsx';
import { ChoiceField } from '../../parts/text-field/choice-field.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { choicesOf, hintInWords, inputInWords } from '../../wording/application/fields.ts';
import { drawingProblemAt } from '../preview/drawing-problem.ts';
import { saidAloud, useAnswerForm } from './answer-form.ts';
import { answerId, isDateSeparator, nextPart, nextWhenFull, requiredInputs } from './answer-order.ts';
import { fieldHint } from './field-hint.tsx';
import { focusAnswer } from './focus-answer.ts';
import { mayShow } from './problem-timing.ts';
import { useDoubtAbout } from './use-doubts.ts';
import { useProblem, useTypedInput } from './use-typed-answers.ts';

interface AnswerInputProps {
  readonly field: InputName;
  /** Going on was refused: from now on every problem is shown. */
  readonly attempted: boolean;
  /** The field whose hint stands below this input; null: it stands elsewhere. */
  readonly hinted: PolicyField | null;
  /** The id of what names the field, where its own label would say it twice. */
  readonly labelledBy?: string;
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

/** One typed answer: kept by the core with every change. A key in another one does not draw it anew. */
export const AnswerInput = memo(function AnswerInput({
  field,
  attempted,
  hinted,
  labelledBy,
  onEnter,
  arrival,
}: AnswerInputProps): ReactNode {
  const { uses, words } = useAnswerForm();
  const typed = useTypedInput(field);
  const { kind, inputs } = fields[fieldOf(field)];
  const isDate = kind === 'date';
  const isText = kind === 'text' || (kind === 'contact' && field === inputs[0]);

  const problem = useProblem(field);
  const shown = problem !== null && mayShow(problem, typed.isLeft, attempted);
  const notDrawable = useCoreView(useShallow((view) => drawingProblemAt(view.preview, field)));

  // A date says so below all of its parts.
  const doubt = useDoubtAbout(fieldOf(field));
  const isDoubted = doubt !== null && !isDate && field === inputs[0];
  const onChange = (text: string): void => {
    typed.type(text);
    const next = nextWhenFull(uses, field, text);
    if (next === null) return;
    arrival.current = next;
    focusAnswer(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
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
      const next = nextPart(uses, field);
      if (!empty && next !== null) focusAnswer(next);
    }
  };

  const hint = hinted === null ? undefined : fieldHint(hintInWords(field, hinted));
  const choices = choicesOf(field, uses);
  if (choices !== null)
    return (
      <ChoiceField
        id={answerId(field)}
        label={inputInWords(field, uses)}
        value={typed.text}
        choices={choices}
        hint={hint}
        problem={shown ? words.problem(problem) : notDrawable !== null ? words.drawing(notDrawable) : null}
        required={requiredInputs(uses).includes(field)}
        onChange={onChange}
        onLeave={typed.leave}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <TextField
      id={answerId(field)}
      label={inputInWords(field, uses)}
      labelledBy={labelledBy}
      value={typed.text}
      kind={isText ? 'words' : 'digits'}
      hint={hint}
      problem={
        shown
          ? words.problem(problem)
          : notDrawable !== null
            ? words.drawing(notDrawable)
            : isDoubted
              ? words.doubt(doubt)
              : null
      }
      isQuestion={!shown && notDrawable === null}
      aloud={saidAloud(words, shown ? problem : (notDrawable ?? (isDoubted ? doubt : null)))}
      sharedNote={isDate ? dateNote(fieldOf(field)) : undefined}
      required={requiredInputs(uses).includes(field)}
      withAccents={isText}
      onChange={onChange}
      onLeave={typed.leave}
      onKeyDown={onKeyDown}
    />
  );
});
