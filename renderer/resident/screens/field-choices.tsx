import { type ReactNode, useEffect } from 'react';
import type { InputName } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { saidAloud, useAnswerForm } from '../../application/answers/answer-form.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { fieldHint } from '../../application/answers/field-hint.tsx';
import { mayShow } from '../../application/answers/problem-timing.ts';
import { useProblem, useTypedInput } from '../../application/answers/use-typed-answers.ts';
import { PolicyText } from '../../parts/policy-text.tsx';
import { FieldNote } from '../../parts/text-field/field-note.tsx';
import { choicesOf, hintInWords } from '../../wording/application/fields.ts';
import { focusChoice } from '../page/focus-choice.ts';
import { BigChoices } from '../parts/big-choices.tsx';

interface FieldChoicesProps {
  readonly asked: PolicyField;
  readonly input: InputName;
  readonly attempted: boolean;
  readonly onEnter: () => void;
}

/** A field that takes one of a few texts, or a mark. */
export function FieldChoices(props: FieldChoicesProps): ReactNode {
  const { asked, input, attempted, onEnter } = props;
  const { uses, words } = useAnswerForm();
  const typed = useTypedInput(input);
  const problem = useProblem(input);
  const shown = problem !== null && mayShow(problem, typed.isLeft, attempted) ? problem : null;
  const id = answerId(input);
  const isRequired = asked.use === 'required';
  const choices = (choicesOf(input, uses) ?? [])
    .filter(({ value }) => !isRequired || value !== '')
    .map(({ value, words: ours }) => {
      const citys = asked.choices?.find(({ en }) => en === value);
      return { value, words: citys === undefined ? ours : <PolicyText text={citys} /> };
    });
  useEffect(() => focusChoice(id), [id]);
  const hint = fieldHint(hintInWords(input, asked));
  const note = (
    <FieldNote
      id={`${id}-note`}
      problem={shown === null ? null : words.problem(shown)}
      hint={hint}
      aloud={saidAloud(words, shown)}
    />
  );
  return (
    <div>
      {/* Whoever reads the choices knows by then that none is needed. */}
      {hint === undefined ? null : note}
      <BigChoices
        id={id}
        isRequired={isRequired}
        isInvalid={shown !== null}
        describedBy={`${id}-note`}
        value={typed.text}
        choices={choices}
        onChoose={typed.type}
        onEnter={onEnter}
      />
      {hint === undefined ? note : null}
    </div>
  );
}
