import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Period, Span, Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Refused } from '../../parts/refused.tsx';
import { sectionInWords } from '../../wording/section.ts';
import { figureInWords, leftOutInWords, spanHeading } from '../../wording/statistics/figures.ts';
import { periodInWords } from '../../wording/statistics/period.ts';
import { type FiguresTable, figuresTables } from '../../wording/statistics/tables.ts';
import { SectionPanel } from '../section-panel.tsx';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import { FiguresChart } from './figures-chart.tsx';
import { SlowDays } from './slow-days.tsx';
import layout from './statistics.module.css';
import { TakeStatistics } from './take-statistics.tsx';

/** What the ledger's entries come to by day or by week, with small counts hidden, and what it tells of slow days. */
export function StatisticsSection({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const { busy, refusal, run } = useAct();
  const [statistics, setStatistics] = useState<Statistics | null>(null);
  const [span, setSpan] = useState<Span>('day');
  const count = useCallback(
    () =>
      void run(async () => {
        const answer = await client.readStatistics({});
        if (answer.ok) setStatistics(answer.value);
        return answer;
      }),
    [client, run],
  );
  useEffect(count, [count]);
  const again = (): void => {
    // The button goes with the refusal, and must not take the focus with it.
    document.getElementById('section-heading')?.focus();
    count();
  };
  return (
    <SectionPanel section="statistics" heading={sectionInWords('statistics')}>
      <div role="status">
        {busy ? (
          <p>
            <Trans comment="Status line: the ledger’s entries are being counted.">Counting…</Trans>
          </p>
        ) : null}
      </div>
      <Refused refusal={refusal} />
      {refusal === null ? null : (
        <div>
          <ActionButton onPress={again}>
            <Trans comment="Button: the ledger’s entries could not be counted, and are counted now.">
              Count again
            </Trans>
          </ActionButton>
        </div>
      )}
      {statistics === null ? null : (
        <>
          <div className={styles.columns}>
            <ChoiceList
              name="span"
              legend={t({
                message: 'Show',
                context: 'choice of days',
                comment: 'Label of a choice of days or weeks.',
              })}
              value={span}
              onChoose={setSpan}
              choices={[
                {
                  value: 'day',
                  label: t({ message: 'Last 14 days', comment: 'Choice: counts of each of these days.' }),
                },
                {
                  value: 'week',
                  label: t({ message: 'Last 12 weeks', comment: 'Choice: counts of each of these weeks.' }),
                },
              ]}
            />
            <Sentences
              all={[
                t`Today and this week aren’t over and aren’t counted yet. Weeks are Monday to Sunday.`,
                ...leftOutInWords(statistics.smallestCount),
              ]}
            />
          </div>
          {figuresTables().map((table) => (
            <Figures
              key={table.of}
              table={table}
              span={span}
              periods={span === 'day' ? statistics.days : statistics.weeks}
            />
          ))}
          <TakeStatistics statistics={statistics} span={span} status={status} />
          <SlowDays days={statistics.slowDays} />
        </>
      )}
    </SectionPanel>
  );
}

/** One table of figures, and its chart beside it. */
function Figures(props: { table: FiguresTable; span: Span; periods: readonly Period[] }): ReactNode {
  const { table, span, periods } = props;
  const { columns, figuresOf } = table;
  return (
    <>
      <h3 className={styles.subheading}>{table.heading}</h3>
      <div className={layout.beside}>
        <div className={layout.chart}>
          <FiguresChart
            all={columns.map((label, column) => ({
              label,
              figures: periods.map((period) => figuresOf(period)[column] ?? null),
            }))}
          />
        </div>
        <div className={layout.table}>
          <DataTable
            rows={periods}
            keyOf={periodInWords}
            marks={{ 'data-figures': table.of, 'data-span': span }}
            columns={[
              { heading: spanHeading(span), cell: periodInWords, inOneLine: true },
              ...columns.map((heading, column) => ({
                heading,
                cell: (period: Period) => figureInWords(figuresOf(period)[column] ?? null),
              })),
            ]}
          />
        </div>
      </div>
    </>
  );
}
