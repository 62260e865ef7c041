import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useResident } from '../resident-context.ts';
import styles from './cover-button.module.css';
import { PressButton } from './press-button.tsx';

/** Covers what somebody has entered, where no keyboard has a key for it. */
export function CoverButton(): ReactNode {
  const { cover } = useResident();
  return (
    <span className={styles.end} data-cover>
      <PressButton onPress={cover}>
        <CrossedEye />
        <span className={styles.words}>
          <Trans comment="Button on a resident’s screen: nothing on it can be read until it is uncovered again.">
            Cover the screen
          </Trans>
        </span>
      </PressButton>
    </span>
  );
}

function CrossedEye(): ReactNode {
  return (
    <svg className={styles.eye} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 12c2.5-4.5 6-6.5 10-6.5s7.5 2 10 6.5c-2.5 4.5-6 6.5-10 6.5S4.5 16.5 2 12z" />
      <circle cx="12" cy="12" r="3" />
      <path d="M4 21 20 3" />
    </svg>
  );
}
