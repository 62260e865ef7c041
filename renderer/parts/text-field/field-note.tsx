import type { ReactNode } from 'react';
import styles from './text-field.module.css';

/** The line below a field: its hint, or in its place the problem. */
export function FieldNote(props: {
  id: string;
  hint?: string | undefined;
  problem: string | null;
}): ReactNode {
  const { id, hint, problem } = props;
  return (
    <p id={id} className={problem === null ? styles.hint : styles.problem} aria-live="polite">
      {problem ?? hint}
    </p>
  );
}
