import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { InputName } from '../../../shared/application/fields.ts';
import { focusAnswer } from '../../application/answers/focus-answer.ts';
import styles from './error-summary.module.css';

/** One mistake: what is wrong, and where. */
export interface Mistake {
  readonly input: InputName;
  readonly words: string;
}

/**
 * What keeps a resident from going on, above everything, with a way to each field. It takes the focus whenever going on was
 * tried (`attempt` counts), so that nobody who does not see the marks has to look for them.
 */
export function ErrorSummary(props: { mistakes: readonly Mistake[]; attempt: number }): ReactNode {
  const { mistakes, attempt } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);
  if (attempt === 0 || mistakes.length === 0) return null;
  return (
    <div ref={box} className={styles.box} role="alert" tabIndex={-1} aria-labelledby="mistakes">
      <h2 id="mistakes" className={styles.heading}>
        <span aria-hidden="true">× </span>
        <Trans comment="Heading above what a resident has to correct on a screen.">There is a problem</Trans>
      </h2>
      <ul className={styles.list}>
        {mistakes.map(({ input, words }) => (
          <li key={input}>
            <button type="button" className={styles.link} onClick={() => focusAnswer(input)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
