import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import styles from '../supervisor.module.css';
import { WrittenFile } from './written-file.tsx';

/** A copy of the ledger as a file. */
export function ExportLedger(): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const [file, setFile] = useState<string | null>(null);
  const exportAs = (format: 'csv' | 'ndjson'): void => {
    setFile(null);
    void act.run(async () => {
      const answer = await client.exportLedger({ format });
      if (answer.ok) setFile(answer.value.file);
      return answer;
    });
  };
  return (
    <>
      <div className={styles.choices}>
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={() => exportAs('csv')}>
          <Trans comment="Button. CSV is a technical name of a file format.">Export as CSV</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={() => exportAs('ndjson')}>
          <Trans comment="Button. NDJSON is a technical name of a file format.">Write NDJSON file</Trans>
        </ActionButton>
      </div>
      <WrittenFile file={file} refusal={act.refusal} />
    </>
  );
}
