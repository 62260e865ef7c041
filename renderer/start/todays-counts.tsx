import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import styles from './todays-counts.module.css';

/** All that is left of a day: three numbers. */
export function TodaysCounts({ counts }: { counts: KioskStatus['counts'] }): ReactNode {
  return (
    <section aria-labelledby="today">
      <h2 id="today" className={styles.heading}>
        <Trans>Today</Trans>
      </h2>
      <dl className={styles.counts}>
        <div>
          <dt>
            <Trans comment="Below a number: how many cards were handed over today.">issued</Trans>
          </dt>
          <dd data-count="issued">{counts.issued}</dd>
        </div>
        <div>
          <dt>
            <Trans comment="Below a number: how many cards came out wrong today and were destroyed.">
              spoiled
            </Trans>
          </dt>
          <dd data-count="spoiled">{counts.spoiled}</dd>
        </div>
        <div>
          <dt>
            <Trans comment="Below a number: how many applications were erased today.">erased</Trans>
          </dt>
          <dd data-count="wiped">{counts.wiped}</dd>
        </div>
      </dl>
    </section>
  );
}
