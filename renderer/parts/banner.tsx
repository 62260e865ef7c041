import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import styles from './banner.module.css';

/** Stands on every screen of a kiosk that must not hold residents' data. */
export function NotForResidentsBanner({ use }: { readonly use: KioskUse }): ReactNode {
  if (use === 'residents') return null;
  return (
    <header className={styles.banner}>
      <p data-banner={use}>
        {use === 'rehearsal' ? (
          <Trans comment="Banner at the top of every screen: this kiosk is used for practice.">
            Rehearsal: not for residents’ data
          </Trans>
        ) : (
          <Trans comment="Banner at the top of every screen: this is a copy for trying out.">
            Evaluation runtime: not for residents’ data
          </Trans>
        )}
      </p>
    </header>
  );
}
