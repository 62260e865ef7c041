import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import styles from './print-stations.module.css';
import { type CardsWay, type Station, type StationMark, stationMark, stations } from './stations.ts';

function StationName({ station }: { station: Station }): ReactNode {
  switch (station) {
    case 'sent':
      return (
        <Trans comment="Station of a card on its way through the printer: the printer has got it.">
          Sent
        </Trans>
      );
    case 'front':
      return (
        <Trans comment="Station of a card on its way through the printer: its front side is printed.">
          Front
        </Trans>
      );
    case 'back':
      return (
        <Trans comment="Station of a card on its way through the printer: its back side is printed.">
          Back
        </Trans>
      );
    case 'in-tray':
      return (
        <Trans comment="Station of a card on its way through the printer: it has come out. The tray is where finished cards lie.">
          In the tray
        </Trans>
      );
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
      return <Trans comment="Status below a station of the card: it is there now.">now</Trans>;
    case 'waits':
      return (
        <Trans comment="Status below a station of the card: the printer has a problem and the card waits.">
          waits here
        </Trans>
      );
    case 'ahead':
      return null;
    case 'fault':
      return <Trans comment="Status below a station of the card: the print ended there.">stopped here</Trans>;
    case 'unknown':
      return (
        <Trans comment="Status below a station of the card: nobody knows whether it got there.">
          unknown
        </Trans>
      );
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
      aria-label={t({
        message: 'Progress of the card',
        comment: 'Name of a list, for screen readers: the stations of a card on its way through the printer.',
      })}
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
