import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Figure } from '../../../shared/statistics/hide-small.ts';
import { BARS_HEIGHT, BARS_WIDTH, barsOf } from './bars.ts';
import styles from './figures-chart.module.css';

/** What is drawn of one column, the oldest first. */
interface Series {
  readonly label: string;
  readonly figures: readonly Figure[];
}

function Bars({ series: { label, figures }, highest }: { series: Series; highest: number }): ReactNode {
  const { t } = useLingui();
  const most = Math.max(...figures.map((figure) => figure ?? 0));
  const hidden = figures.filter((figure) => figure === null).length;
  const said = t({
    message: `${label}: ${most} at most. Hidden: ${hidden}. The table has every figure.`,
    comment:
      'Read by screen readers in the place of a bar chart. {label} names what is counted, {most} is the highest count, {hidden} says how many bars are hidden.',
  });
  return (
    <figure className={styles.series}>
      <figcaption className={styles.label}>
        <span>{label}</span>
        <span className={styles.most}>
          <Trans comment="Beside a bar chart: its highest count, a number.">Most: {most}</Trans>
        </span>
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${BARS_WIDTH} ${BARS_HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        {barsOf(figures, highest).map(({ isHidden, ...place }) => (
          <rect key={place.x} {...place} className={isHidden ? styles.hidden : styles.bar} />
        ))}
      </svg>
    </figure>
  );
}

/** A row of bars for each column that has something to show, all to one measure. */
export function FiguresChart({ all }: { all: readonly Series[] }): ReactNode {
  const drawn = all.filter(({ figures }) => figures.some((figure) => (figure ?? 0) > 0));
  const highest = Math.max(1, ...drawn.flatMap(({ figures }) => figures.map((figure) => figure ?? 0)));
  if (drawn.length === 0) {
    return (
      <p className={styles.none}>
        <Trans comment="In the place of a bar chart.">Nothing to draw: every count is hidden or zero.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.chart}>
      {drawn.map((series) => (
        <Bars key={series.label} series={series} highest={highest} />
      ))}
      <p className={styles.key}>
        <Trans comment="Below bar charts: what a short bar with a dashed outline stands for.">
          A short dashed bar: the count is hidden. The oldest is at the start.
        </Trans>
      </p>
    </div>
  );
}
