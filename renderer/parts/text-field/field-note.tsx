import type { ReactNode } from 'react';
import styles from './text-field.module.css';

/** The line below a field: its hint, or in its place the problem, or a question about what may be right. */
export function FieldNote(props: {
  id: string;
  hint?: ReactNode;
  problem: string | null;
  isQuestion?: boolean;
}): ReactNode {
  const { id, hint, problem, isQuestion = false } = props;
  const style = problem === null ? styles.hint : isQuestion ? styles.asked : styles.problem;
  return (
    <p id={id} className={style} aria-live="polite">
      {/* A city's hint may be there in English alone, on a screen that is read from the right. */}
      {problem ?? (hint === undefined ? null : <bdi>{hint}</bdi>)}
    </p>
  );
}
