import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { DaySheet, LedgerVerdict } from '../../../shared/contract/supervision.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { DaySheetPaper } from './day-sheet-paper.tsx';
import { LedgerEntries } from './ledger-entries.tsx';
import { LedgerVerdictNotice } from './ledger-verdict-notice.tsx';
import { WrittenFile } from './written-file.tsx';

/** The ledger: whether it holds, a copy of it, and its signed head on paper or on a stick. */
export function LedgerSection(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const verifying = useAct();
  const writing = useAct();
  const [verdict, setVerdict] = useState<LedgerVerdict | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [sheet, setSheet] = useState<DaySheet | null>(null);
  const [written, setWritten] = useState(0);

  const verify = (): void => {
    setVerdict(null);
    void verifying.run(async () => {
      const answer = await client.verifyLedger({});
      if (answer.ok) setVerdict(answer.value);
      return answer;
    });
  };
  const exportAs = (format: 'csv' | 'ndjson'): void => {
    setFile(null);
    void writing.run(async () => {
      const answer = await client.exportLedger({ format });
      if (answer.ok) setFile(answer.value.file);
      return answer;
    });
  };
  const take = (way: 'day-sheet' | 'stick'): void => {
    setFile(null);
    void writing.run(async () => {
      const answer = await client.takeCheckpoint({ way });
      if (!answer.ok) return answer;
      setFile(answer.value.file);
      setWritten((times) => times + 1);
      if (way === 'day-sheet') setSheet(answer.value.sheet);
      return answer;
    });
  };
  return (
    <SectionPanel section="ledger" heading={t`Ledger`}>
      <p className={styles.note}>
        <Trans>
          Daily counts and staff actions, each entry chained to the one before. No entry names an applicant.
        </Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton ariaDisabled={verifying.busy} onPress={verify}>
          <Trans>Verify the ledger</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={writing.busy} onPress={() => exportAs('csv')}>
          <Trans>Export as CSV</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={writing.busy} onPress={() => exportAs('ndjson')}>
          <Trans>Export as NDJSON</Trans>
        </ActionButton>
      </div>
      <div role="status" data-verdict={verdict?.kind}>
        {verifying.busy ? <Trans>Checking every entry…</Trans> : null}
        {verdict === null ? null : <LedgerVerdictNotice verdict={verdict} />}
      </div>
      {verifying.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(verifying.refusal)}</p>
        </Notice>
      )}
      <WrittenFile file={file} refusal={writing.refusal} />
      <h3 className={styles.subheading}>
        <Trans>Day sheet</Trans>
      </h3>
      <p className={styles.note}>
        <Trans>
          Someone with access to this kiosk could rebuild its ledger. Each evening, print a signed checkpoint
          on a day sheet or save it to a USB drive, and keep it somewhere else.
        </Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton ariaDisabled={writing.busy} onPress={() => take('day-sheet')}>
          <Trans>Make day sheet</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={writing.busy} onPress={() => take('stick')}>
          <Trans>Save checkpoint to USB drive</Trans>
        </ActionButton>
      </div>
      {sheet === null ? null : <DaySheetPaper sheet={sheet} />}
      <LedgerEntries written={written} />
    </SectionPanel>
  );
}
