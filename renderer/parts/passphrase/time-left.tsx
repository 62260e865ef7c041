import type { ReactNode } from 'react';
import styles from './time-left.module.css';

/** A time that is shown running down. Read out when asked for, not each second. */
export function TimeLeft({ words }: { words: string | null }): ReactNode {
  return (
    <p role="timer" aria-live="off" className={styles.left}>
      {words}
    </p>
  );
}
