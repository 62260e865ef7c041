import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import styles from '../supervisor.module.css';
import { DaySheetPaper } from './day-sheet-paper.tsx';
import { WrittenFile } from './written-file.tsx';

/** The ledger's signed head, on paper or on a stick. `onTaken`: the ledger has an entry more. */
export function TakeCheckpoint({ onTaken }: { onTaken: () => void }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const [file, setFile] = useState<string | null>(null);
  const [sheet, setSheet] = useState<DaySheet | null>(null);
  const take = (way: 'day-sheet' | 'stick'): void => {
    setFile(null);
    void act.run(async () => {
      const answer = await client.takeCheckpoint({ way });
      if (!answer.ok) return answer;
      setFile(answer.value.file);
      if (answer.value.sheet !== null) setSheet(answer.value.sheet);
      onTaken();
      return answer;
    });
  };
  return (
    <>
      <h3 className={styles.subheading}>
        <Trans comment="Heading: the page with a day’s counts, to be signed and kept.">Day sheet</Trans>
      </h3>
      <p className={styles.note}>
        <Trans comment="A checkpoint is the signed state of the ledger at one moment; a day sheet is the page with a day’s counts.">
          Someone with access to this kiosk could rebuild its ledger. Each evening, print a signed checkpoint
          on a day sheet or save it to a USB drive, and keep it somewhere else.
        </Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={() => take('day-sheet')}>
          <Trans comment="Button: makes the page with the day’s counts.">Make day sheet</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={() => take('stick')}>
          <Trans comment="Button. A checkpoint is the signed state of the ledger at one moment.">
            Save checkpoint to USB drive
          </Trans>
        </ActionButton>
      </div>
      <WrittenFile file={file} refusal={act.refusal} />
      {sheet === null ? null : <DaySheetPaper sheet={sheet} />}
    </>
  );
}
