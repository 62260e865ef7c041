import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { useCover } from '../parts/use-cover.ts';
import styles from './covered-step.module.css';

/**
 * A step that can be covered with one key: while it is, nothing of the person is seen or said, and no key and no click
 * reaches it. It stays where it is, with what was typed, and the focus comes back to where it was.
 */
export function CoveredStep({ covered, children }: { covered: boolean; children: ReactNode }): ReactNode {
  const step = useRef<HTMLDivElement>(null);
  useCover(step, covered);
  return (
    <div className={styles.place}>
      <div ref={step} className={covered ? styles.hidden : styles.step} inert={covered}>
        {children}
      </div>
      {covered ? (
        <p className={styles.cover} role="status">
          <Trans>Covered. Press F9 to continue.</Trans>
        </p>
      ) : null}
    </div>
  );
}
