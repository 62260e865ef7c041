import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Span, Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { statisticsOnPaper } from '../../wording/papers/statistics-paper.ts';
import { WrittenFile } from '../ledger/written-file.tsx';
import styles from '../supervisor.module.css';

/** The figures on paper, or as a file. */
export function TakeStatistics(props: {
  statistics: Statistics;
  span: Span;
  status: KioskStatus;
}): ReactNode {
  const { statistics, span, status } = props;
  const { client } = useCore();
  const writing = useAct();
  const [file, setFile] = useState<string | null>(null);
  const paper = usePaper(() =>
    client.printStatistics({
      paper: statisticsOnPaper(statistics, span, {
        kioskName: status.kioskName ?? '',
        today: status.today,
      }),
    }),
  );
  const write = (): void => {
    setFile(null);
    void writing.run(async () => {
      const answer = await client.exportStatistics({ by: span });
      if (answer.ok) setFile(answer.value.file);
      return answer;
    });
  };
  return (
    <>
      <div className={styles.choices}>
        {paper.printer === null ? null : (
          <ActionButton ariaDisabled={paper.underWay && 'for-a-moment'} onPress={paper.print}>
            <Trans comment="Button.">Print statistics</Trans>
          </ActionButton>
        )}
        <ActionButton ariaDisabled={writing.busy && 'for-a-moment'} onPress={write}>
          <Trans>Export as CSV</Trans>
        </ActionButton>
      </div>
      <PaperProgress paper={paper} />
      <WrittenFile file={file} refusal={writing.refusal} />
    </>
  );
}
