import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { LedgerVerdict } from '../../../shared/contract/supervision.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { CheckDaySheet } from './check-day-sheet.tsx';
import { ExportLedger } from './export-ledger.tsx';
import { LedgerEntries } from './ledger-entries.tsx';
import { LedgerVerdictNotice } from './ledger-verdict-notice.tsx';
import { TakeCheckpoint } from './take-checkpoint.tsx';

/** The ledger: whether it holds, a copy of it, its signed head on paper or on a stick, and its entries to read. */
export function LedgerSection(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const verifying = useAct();
  const [verdict, setVerdict] = useState<LedgerVerdict | null>(null);
  const [withSheet, setWithSheet] = useState(false);
  const [written, setWritten] = useState(0);

  const verify = (checkpoint: string | null): void => {
    setVerdict(null);
    setWithSheet(checkpoint !== null);
    void verifying.run(async () => {
      const answer = await client.verifyLedger({ checkpoint });
      if (answer.ok) setVerdict(answer.value);
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
      <div>
        <ActionButton ariaDisabled={verifying.busy && 'for-a-moment'} onPress={() => verify(null)}>
          <Trans comment="Button: checks that no ledger entry was changed.">Verify the ledger</Trans>
        </ActionButton>
      </div>
      <CheckDaySheet busy={verifying.busy} onCheck={verify} />
      <div role="status" data-verdict={verdict?.kind}>
        {verifying.busy ? (
          <Trans comment="Status line while the ledger is verified.">Checking every entry…</Trans>
        ) : null}
        {verdict === null ? null : <LedgerVerdictNotice verdict={verdict} withSheet={withSheet} />}
      </div>
      <Refused refusal={verifying.refusal} />
      <ExportLedger />
      <TakeCheckpoint onTaken={() => setWritten((times) => times + 1)} />
      <LedgerEntries written={written} />
    </SectionPanel>
  );
}
