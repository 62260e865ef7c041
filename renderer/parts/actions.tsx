import type { ReactNode } from 'react';
import styles from './actions.module.css';

/**
 * The buttons that end the work of a screen or a dialog. They stay in sight while it scrolls; what came of a press is
 * told below them, so that it never moves them.
 */
export function Actions({ children, verdict }: { children: ReactNode; verdict?: ReactNode }): ReactNode {
  return (
    <div className={styles.actions}>
      <div className={styles.row}>{children}</div>
      {verdict}
    </div>
  );
}
