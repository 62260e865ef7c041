import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SlowDay } from '../../../shared/contract/statistics/statistics-acts.ts';
import { Notice } from '../../parts/notice.tsx';
import { slowDayFactInWords, slowDayInWords } from '../../wording/statistics/slow-day.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';

/** What a reader of the ledger can learn of one person, because few others were there that day. */
export function SlowDays({ days }: { days: readonly SlowDay[] }): ReactNode {
  return (
    <>
      <h3 className={styles.subheading}>
        <Trans comment="Heading: days with so few applicants that the ledger may point to one of them.">
          Days that can point to one applicant
        </Trans>
      </h3>
      <p className={styles.note}>
        <Trans>
          The ledger names nobody, but it has every entry, in the order in which applications ended. Think of
          these days before you give anyone a copy.
        </Trans>
      </p>
      {days.length === 0 ? (
        <p data-slow-days={0}>
          <Trans>There are no such days in the last two weeks.</Trans>
        </p>
      ) : (
        days.map((slow) => (
          <div key={slowDayInWords(slow)} data-slow-days={slow.ended}>
            <Notice kind="warn">
              <p>{slowDayInWords(slow)}</p>
              <Sentences all={slow.facts.map(({ fact, count }) => slowDayFactInWords(fact, count))} />
            </Notice>
          </div>
        ))
      )}
    </>
  );
}
