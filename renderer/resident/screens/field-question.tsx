import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type InputName, inputsInOrder } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { type AnswerForm, AnswerFormContext, useAnswerForm } from '../../application/answers/answer-form.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { focusAnswer, goOnInAnswer } from '../../application/answers/focus-answer.ts';
import { type ToMend, useFirstToMend } from '../../application/answers/use-first-to-mend.ts';
import { PolicyText } from '../../parts/policy-text.tsx';
import { choicesOf, fieldInWords } from '../../wording/application/fields.ts';
import { onward } from '../flow/flow.ts';
import { bringIntoSight } from '../page/into-sight.ts';
import { OWN_WORDS } from '../page/own-words.ts';
import { useTypedHere } from '../page/typed-here.ts';
import { useKeyboardAside } from '../page/use-keyboard-aside.ts';
import { FieldKeyboard } from '../parts/field-keyboard.tsx';
import { FieldMistakes } from '../parts/field-mistakes.tsx';
import { QuestionFrame } from '../parts/question-frame.tsx';
import { useResident } from '../resident-context.ts';
import { FieldChoices } from './field-choices.tsx';
import { FieldInputs } from './field-inputs.tsx';

/** One field of the policy as a question. */
export function FieldQuestion({ asked }: { asked: PolicyField }): ReactNode {
  const { status, language } = useResident();
  const typed = useTypedHere();
  const { today } = status;
  // Another language is another form: every field is drawn anew in it.
  const form = useMemo<AnswerForm & { language: string }>(
    () => ({ typed, uses: [asked], today, words: OWN_WORDS, language }),
    [typed, asked, today, language],
  );
  return (
    <AnswerFormContext value={form}>
      <Asked asked={asked} />
    </AnswerFormContext>
  );
}

/** What is asked about a field stands below it, and may be below the page: both are seen once it is asked. */
function useAskedInSight(): (input: InputName) => void {
  const [asked, setAsked] = useState<{ readonly input: InputName } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const field = document.getElementById(answerId(asked.input));
    bringIntoSight(field, document.getElementById(field?.getAttribute('aria-describedby') ?? ''));
  }, [asked]);
  return useCallback((input) => setAsked({ input }), []);
}

function Asked({ asked }: { asked: PolicyField }): ReactNode {
  const { flow, questions, goTo } = useResident();
  const { uses } = useAnswerForm();
  const firstToMend = useFirstToMend();
  const [attempt, setAttempt] = useState(0);
  const keyboard = useKeyboardAside();
  const bringAskedIntoSight = useAskedInSight();
  const inputs = inputsInOrder(asked);
  const [first] = inputs;
  const isChosen = first !== undefined && choicesOf(first, uses) !== null;
  useEffect(() => {
    if (first !== undefined && !isChosen) goOnInAnswer(first);
  }, [first, isChosen]);

  const tell = (toMend: ToMend): void => {
    // What may be right is asked at the field; what is wrong is told above it too, and the focus goes there.
    if (toMend.isQuestion) {
      focusAnswer(toMend.input);
      bringAskedIntoSight(toMend.input);
      return;
    }
    setAttempt((before) => before + 1);
    keyboard.putAside();
  };
  const goOn = async (): Promise<void> => {
    const toMend = await firstToMend();
    if (toMend === null) goTo(onward(flow, questions));
    else tell(toMend);
  };
  const onEnter = (from: InputName): void => {
    const next = inputs[inputs.indexOf(from) + 1];
    if (next === undefined) void goOn();
    else focusAnswer(next);
  };
  // The question is drawn anew with each attempt, and this is another function then: a field must not be.
  const latest = useRef(onEnter);
  latest.current = onEnter;
  const onEnterLatest = useCallback((from: InputName) => latest.current(from), []);

  return (
    <QuestionFrame
      question={asked.field}
      heading={fieldInWords(asked)}
      headingShown={<PolicyText text={asked.label} />}
      onContinue={() => void goOn()}
      keyboard={
        isChosen ? undefined : (
          // It keeps its letters meanwhile: whoever writes in their own script goes on in it.
          <div hidden={keyboard.isAside}>
            <FieldKeyboard inputs={inputs} />
          </div>
        )
      }
    >
      <FieldMistakes inputs={inputs} attempt={attempt} />
      {first !== undefined && isChosen ? (
        <FieldChoices asked={asked} input={first} attempted={attempt > 0} onEnter={() => void goOn()} />
      ) : (
        <FieldInputs asked={asked} attempted={attempt > 0} onEnter={onEnterLatest} />
      )}
    </QuestionFrame>
  );
}
