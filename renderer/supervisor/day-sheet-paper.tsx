import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DaySheet } from '../../shared/contract/supervision.ts';
import { inGroups } from '../../shared/ledger/checkpoint.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { PrintSheet } from '../parts/print-sheet.tsx';
import { isoDayInWords } from '../wording/dates.ts';
import styles from './day-sheet-paper.module.css';

function Content({ sheet }: { sheet: DaySheet }): ReactNode {
  const { kioskName, sequence, counts } = sheet;
  const day = isoDayInWords(sheet.day);
  return (
    <>
      <h4 className={styles.heading}>
        <Trans>
          Day sheet · {kioskName} · {day}
        </Trans>
      </h4>
      <dl className={styles.lines}>
        <dt>
          <Trans>Issued today</Trans>
        </dt>
        <dd>{counts.issued}</dd>
        <dt>
          <Trans>Spoiled today</Trans>
        </dt>
        <dd>{counts.spoiled}</dd>
        <dt>
          <Trans>Erased today</Trans>
        </dt>
        <dd>{counts.wiped}</dd>
        <dt>
          <Trans>Last entry</Trans>
        </dt>
        <dd>{sequence}</dd>
        <dt>
          <Trans>Head of the ledger</Trans>
        </dt>
        <dd className={styles.code}>{inGroups(sheet.head)}</dd>
        <dt>
          <Trans>Fingerprint of the kiosk’s key</Trans>
        </dt>
        <dd className={styles.code}>{sheet.key}</dd>
      </dl>
    </>
  );
}

/** The day sheet, on the screen and for the printer: what is printed is the sheet alone. */
export function DaySheetPaper({ sheet }: { sheet: DaySheet }): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Also for a second sheet: what was asked for lies below what was pressed.
    if (sheet.sequence > 0) button.current?.focus();
  }, [sheet]);
  return (
    <div className={styles.shown} data-shown-day-sheet={sheet.sequence}>
      <Content sheet={sheet} />
      <p role="status" data-entry-made="checkpoint-taken">
        <Trans>
          The ledger has it: <b className={styles.code}>checkpoint-taken</b>
        </Trans>
      </p>
      <div>
        <ActionButton kind="main" buttonRef={button} onPress={() => window.print()}>
          <Trans>Print the day sheet</Trans>
        </ActionButton>
      </div>
      <PrintSheet kind="day">
        <Content sheet={sheet} />
        <p className={styles.hand}>
          <Trans>Taken by, and where it is kept:</Trans>
        </p>
      </PrintSheet>
    </div>
  );
}
