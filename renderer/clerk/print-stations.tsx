import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrintStage } from '../../shared/contract/status.ts';
import styles from './print-stations.module.css';
import { type Station, stationMark, stations } from './stations.ts';

function StationName({ station }: { station: Station }): ReactNode {
  switch (station) {
    case 'sent':
      return <Trans>Sent</Trans>;
    case 'front':
      return <Trans>Front</Trans>;
    case 'back':
      return <Trans>Back</Trans>;
    case 'in-tray':
      return <Trans>In the tray</Trans>;
    default:
      return null;
  }
}

const SIGNS = { done: '✓', now: '•', ahead: '', fault: '×' } as const;

/** The way of the card through the printer, and the fault where it is. */
export function PrintStations(props: {
  stage: PrintStage | null;
  lastReached: PrintStage | null;
}): ReactNode {
  const { t } = useLingui();
  return (
    <ol
      className={styles.stations}
      aria-label={t`The way of the card`}
      data-print-stage={props.stage ?? 'none'}
    >
      {stations.map((station) => {
        const mark = stationMark(station, props.stage, props.lastReached);
        return (
          <li key={station} className={`${styles.station} ${styles[mark]}`} data-mark={mark}>
            <span className={styles.sign} aria-hidden="true">
              {SIGNS[mark]}
            </span>
            <span className={styles.name}>
              <StationName station={station} />
            </span>
            <span className={styles.state}>
              {mark === 'done' ? <Trans>done</Trans> : null}
              {mark === 'now' ? <Trans>now</Trans> : null}
              {mark === 'fault' ? <Trans>stopped here</Trans> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
