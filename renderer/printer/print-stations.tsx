import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import styles from './print-stations.module.css';
import { type CardsWay, type Station, type StationMark, stationMark, stations } from './stations.ts';

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
      return unreachable(station);
  }
}

const SIGNS = { done: '✓', now: '•', waits: '!', ahead: '', fault: '×', unknown: '?' } as const;

function MarkInWords({ mark }: { mark: StationMark }): ReactNode {
  switch (mark) {
    case 'done':
      return <Trans>done</Trans>;
    case 'now':
      return <Trans>now</Trans>;
    case 'waits':
      return <Trans>waits here</Trans>;
    case 'ahead':
      return null;
    case 'fault':
      return <Trans>stopped here</Trans>;
    case 'unknown':
      return <Trans>unknown</Trans>;
    default:
      return unreachable(mark);
  }
}

/** The way of the card through the printer, and the fault where it is. */
export function PrintStations({ way }: { way: CardsWay }): ReactNode {
  const { t } = useLingui();
  return (
    <ol
      className={styles.stations}
      aria-label={t`Progress of the card`}
      data-print-stage={way.stage ?? 'none'}
    >
      {stations.map((station) => {
        const mark = stationMark(station, way);
        return (
          <li key={station} className={`${styles.station} ${styles[mark]}`} data-mark={mark}>
            <span className={styles.sign} aria-hidden="true">
              {SIGNS[mark]}
            </span>
            <span className={styles.name}>
              <StationName station={station} />
            </span>
            <span className={styles.state}>
              <MarkInWords mark={mark} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
