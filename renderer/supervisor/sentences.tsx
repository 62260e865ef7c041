import type { ReactNode } from 'react';
import styles from './supervisor.module.css';

/** What an act will do, one sentence after the other. */
export function Sentences({
  all,
  inColumns = false,
}: {
  all: readonly string[];
  /** Side by side where there is room: what is asked below them then stays in sight. */
  inColumns?: boolean;
}): ReactNode {
  return (
    <ul className={inColumns ? styles.sentencesInColumns : styles.sentences}>
      {all.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
