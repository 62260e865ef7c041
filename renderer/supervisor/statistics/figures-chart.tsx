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

function Bars({ series: { label, figures } }: { series: Series }): ReactNode {
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
        {barsOf(figures, most).map(({ isHidden, ...place }) => (
          <rect key={place.x} {...place} className={isHidden ? styles.hidden : styles.bar} />
        ))}
      </svg>
    </figure>
  );
}

/** A row of bars for each column that has something to show, each as high as its own highest figure, which stands beside it. */
export function FiguresChart({ all }: { all: readonly Series[] }): ReactNode {
  const drawn = all.filter(({ figures }) => figures.some((figure) => (figure ?? 0) > 0));
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
        <Bars key={series.label} series={series} />
      ))}
      <p className={styles.key}>
        <Trans comment="Below bar charts: what a flat bar with a dashed outline stands for.">
          A flat dashed bar: the count is hidden. The oldest is on the left.
        </Trans>
      </p>
    </div>
  );
}
