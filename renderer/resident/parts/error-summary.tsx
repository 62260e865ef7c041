import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { InputName } from '../../../shared/application/fields.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { focusAnswer } from '../../application/answers/focus-answer.ts';
import { focusChoice } from '../page/focus-choice.ts';
import { bringIntoSight } from '../page/into-sight.ts';
import styles from './error-summary.module.css';
import { PressButton } from './press-button.tsx';

/** One mistake: what is wrong, and where. */
export interface Mistake {
  readonly input: InputName;
  readonly words: string;
  /** What a screen reader says of it by itself; see `AnswerWords`. */
  readonly aloud: string;
}

/** The field, or of a list of choices the one at hand. */
function goToField(input: InputName): void {
  if (document.getElementById(answerId(input)) instanceof HTMLInputElement) focusAnswer(input);
  else focusChoice(answerId(input));
}

/**
 * What keeps a resident from going on, above everything, with a way to each field. It takes the focus whenever going on was
 * tried (`attempt` counts), so that nobody who does not see the marks has to look for them, and is seen with the first field. It is an alert, all of which is said
 * by itself, unless it repeats what nobody else should hear: then its heading is said, with the focus, and the rest is read.
 */
export function ErrorSummary(props: { mistakes: readonly Mistake[]; attempt: number }): ReactNode {
  const { mistakes, attempt } = props;
  const box = useRef<HTMLDivElement>(null);
  const first = useRef<InputName>(undefined);
  first.current = mistakes[0]?.input;
  useEffect(() => {
    if (attempt === 0 || first.current === undefined) return;
    box.current?.focus({ preventScroll: true });
    bringIntoSight(box.current, document.getElementById(answerId(first.current)));
  }, [attempt]);
  if (attempt === 0 || mistakes.length === 0) return null;
  const isForAll = mistakes.every(({ words, aloud }) => words === aloud);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have a name
    <div
      ref={box}
      className={styles.box}
      role={isForAll ? 'alert' : 'group'}
      tabIndex={-1}
      aria-labelledby="mistakes"
    >
      <h2 id="mistakes" className={styles.heading}>
        <span aria-hidden="true">× </span>
        <Trans comment="Heading above what a resident has to correct on a screen.">There is a problem</Trans>
      </h2>
      <ul className={styles.list}>
        {mistakes.map(({ input, words, aloud }) => (
          <li key={input}>
            <PressButton kind="quiet" switchName={aloud} onPress={() => goToField(input)}>
              {words}
            </PressButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
