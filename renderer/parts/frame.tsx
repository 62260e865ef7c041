import type { ReactNode } from 'react';
import styles from './frame.module.css';

/** A screen with a bar at its foot: the screen scrolls above the bar, which lies over nothing. */
export function Frame(props: {
  bar: ReactNode;
  /** Whether the screen stays where it is: what scrolls must hold something that takes the focus (WCAG 2.1.1). */
  still?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.frame} data-framed>
      <div className={props.still === true ? `${styles.scroll} ${styles.still}` : styles.scroll}>
        {props.children}
      </div>
      {props.bar}
    </div>
  );
}

/** The bar: a few words, and what can be done at any time. */
export function Bar(props: { label: string; words: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className={styles.bar} aria-label={props.label}>
      <p>{props.words}</p>
      <div className={styles.choices}>{props.children}</div>
    </section>
  );
}
