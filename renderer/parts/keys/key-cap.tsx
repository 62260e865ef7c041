import type { ReactNode } from 'react';
import styles from './key-cap.module.css';

/** A key as it is drawn on a button. For the eye only: `aria-keyshortcuts` tells it to a screen reader. */
export function KeyCap({ children }: { children: string }): ReactNode {
  return (
    <span aria-hidden="true" className={styles.key}>
      {children}
    </span>
  );
}
