import { type ReactNode, useEffect } from 'react';
import { announceBehind } from '../announcer.tsx';
import styles from './text-field.module.css';

interface FieldNoteProps {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly problem: string | null;
  readonly isQuestion?: boolean;
  /**
   * What is said by itself once there is a problem or question, where its own words are not for others to hear; null while there
   * is none. Undefined: the note says itself. The field that it describes says it whole, to whoever goes there.
   */
  readonly aloud?: string | null | undefined;
}

/** The line below a field: its hint, or in its place the problem, or a question about what may be right. */
export function FieldNote(props: FieldNoteProps): ReactNode {
  const { id, hint, problem, isQuestion = false, aloud } = props;
  const style = problem === null ? styles.hint : isQuestion ? styles.asked : styles.problem;
  useEffect(() => {
    if (typeof aloud === 'string') announceBehind(aloud);
  }, [aloud]);
  return (
    <p id={id} className={style} aria-live={aloud === undefined ? 'polite' : undefined}>
      {/* A city's hint may be there in English alone, on a screen that is read from the right. */}
      {problem ?? (hint === undefined ? null : <bdi>{hint}</bdi>)}
    </p>
  );
}
