import { Trans } from '@lingui/react/macro';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { entryKindInWords } from '../../wording/ledger/entry-kind.ts';
import styles from './day-sheet-paper.module.css';
import { HealthNote } from './health-note.tsx';

/** The day sheet on the screen, as the keeper words it, and its way to the ordinary printer. */
export function DaySheetPaper({ sheet }: { sheet: DaySheet }): ReactNode {
  const { client } = useCore();
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { sequence, paper: words } = sheet;
  const recorded = entryKindInWords('checkpoint-taken');
  const paper = usePaper(() => client.printDaySheet({ sequence }));
  useEffect(() => {
    // Also for a second sheet: what was asked for lies below what was pressed.
    if (sheet.sequence > 0) (button.current ?? heading.current)?.focus();
  }, [sheet]);
  return (
    <div className={styles.shown} data-shown-day-sheet={sequence}>
      <h4 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.heading}
      </h4>
      <dl className={styles.lines}>
        {words.rows.map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
        <dt>{words.code.label}</dt>
        <dd className={styles.code}>{words.code.text}</dd>
      </dl>
      <p role="status" data-entry-made="checkpoint-taken">
        <Trans>
          Recorded in the ledger: <b>{recorded}</b>
        </Trans>
      </p>
      <HealthNote health={sheet.health} />
      {paper.printer === null ? null : (
        <div>
          <ActionButton
            kind="main"
            buttonRef={button}
            ariaDisabled={paper.underWay && 'for-a-moment'}
            onPress={paper.print}
          >
            <Trans comment="Button.">Print day sheet</Trans>
          </ActionButton>
        </div>
      )}
      <PaperProgress paper={paper} />
    </div>
  );
}
