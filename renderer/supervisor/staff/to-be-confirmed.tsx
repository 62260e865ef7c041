import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from '../supervisor.module.css';

/** What a supervisor is to know who makes another one, or gives them a passphrase. */
export function ToBeConfirmed(): ReactNode {
  return (
    <p className={styles.note} data-to-be-confirmed>
      <Trans comment="Below the passphrase that a supervisor gives another one. Recovery codes are on paper, for a lost passphrase.">
        They can work as a supervisor at once, but can’t be the second person of an act that takes two. For
        that, another supervisor than you must confirm them here. If there is none, use the recovery codes
        instead.
      </Trans>
    </p>
  );
}
