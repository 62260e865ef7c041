import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** Stands on every screen of a kiosk that must not hold residents' data. */
export function EvaluationBanner(): ReactNode {
  return (
    <header className={styles.banner}>
      <p>
        <Trans>Evaluation runtime: not for residents’ data</Trans>
      </p>
    </header>
  );
}
