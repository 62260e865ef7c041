import { Trans } from '@lingui/react/macro';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { forgetSpoken } from '../parts/announcer.tsx';
import styles from './covered-step.module.css';

/**
 * A step that can be covered with one key: while it is, nothing of the person is seen, and no key and no click reaches it.
 * It stays where it is, with what was typed, and gets the focus back that it had.
 */
export function CoveredStep({ covered, children }: { covered: boolean; children: ReactNode }): ReactNode {
  const step = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  // Before the steps' own effects, which give the focus to where it begins.
  useLayoutEffect(() => {
    const at = step.current;
    const onFocus = ({ target }: FocusEvent): void => {
      focused.current = target instanceof HTMLElement ? target : null;
    };
    at?.addEventListener('focusin', onFocus);
    return () => at?.removeEventListener('focusin', onFocus);
  }, []);
  // Before the next painting: what is typed right after the key already lands where it did before.
  useLayoutEffect(() => {
    if (covered) {
      forgetSpoken();
      return;
    }
    const had = focused.current;
    if (had === null) return;
    // The step may have become another one under the cover.
    if (had.isConnected) had.focus();
    else step.current?.querySelector<HTMLElement>('[data-main="true"]')?.focus();
  }, [covered]);
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
