import type { ReactNode } from 'react';
import styles from './progress.module.css';

/** How far somebody is, as dots along the perforation. What it says stands in words beside it. */
export function Progress(props: { done: number; of: number }): ReactNode {
  const dots = Array.from({ length: props.of }, (_, place) => place + 1);
  return (
    <div aria-hidden="true" className={styles.progress} data-progress={`${props.done}/${props.of}`}>
      {dots.map((place) => (
        <span key={place} className={place <= props.done ? styles.done : styles.dot} />
      ))}
    </div>
  );
}
