import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { ledgerDetailOf } from '../../shared/ledger/ledger-detail.ts';
import { usePolicy } from '../core-client/core.tsx';
import { countedPeriodInWords } from '../wording/counted-period.ts';
import styles from './todays-counts.module.css';

/** All that is left of a day, or of a week: three numbers. Null: nobody is counted, for the kiosk is used for practice. */
export function TodaysCounts({ counts }: { counts: KioskStatus['counts'] | null }): ReactNode {
  const period = countedPeriodInWords(ledgerDetailOf(usePolicy()).period);
  return (
    <section aria-labelledby="today">
      <h2 id="today" className={styles.heading}>
        {period}
      </h2>
      {counts === null ? (
        <p data-count="none">
          <Trans comment="In the place of the day’s counts, while staff practice with made-up applicants.">
            Practice isn’t counted.
          </Trans>
        </p>
      ) : (
        <Counts counts={counts} />
      )}
    </section>
  );
}

function Counts({ counts }: { counts: KioskStatus['counts'] }): ReactNode {
  return (
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
  );
}
