import type { ReactNode } from 'react';
import styles from './problem.module.css';

/** Why a press did nothing, in a line beside what was pressed: it has its place there, so that nothing moves. */
export function Problem({ children }: { children: ReactNode }): ReactNode {
  return (
    <p role="alert" className={styles.problem}>
      <span aria-hidden="true">× </span>
      {children}
    </p>
  );
}
