import type { ReactNode } from 'react';
import styles from './supervisor.module.css';

/** What an act will do, one sentence after the other. */
export function Sentences({ all }: { all: readonly string[] }): ReactNode {
  return (
    <ul className={styles.sentences}>
      {all.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
