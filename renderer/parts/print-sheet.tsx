import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './print-sheet.module.css';

/**
 * A paper: never on the screen, and the only thing that is printed (see styles/base.css). It lies beside the
 * screens in the page, so that nothing of a screen can get onto it. A page without a sheet prints nothing.
 */
export function PrintSheet({ kind, children }: { kind: 'receipt' | 'day'; children: ReactNode }): ReactNode {
  return createPortal(
    <article
      className={styles.sheet}
      data-print-sheet
      data-receipt-sheet={kind === 'receipt' ? '' : undefined}
      data-day-sheet={kind === 'day' ? '' : undefined}
    >
      {children}
    </article>,
    document.body,
  );
}
