import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrintEnding } from '../../shared/contract/printing/printer.ts';
import { unreachable } from '../../shared/result.ts';
import { useStaffView } from '../core-client/core.tsx';
import { paperDoubtInWords, paperRefusalInWords, paperTroubleInWords } from '../wording/papers/paper.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './paper-progress.module.css';
import type { PaperAct } from './use-paper.ts';

function Ending({ ending }: { ending: PrintEnding }): ReactNode {
  switch (ending.kind) {
    case 'in-tray':
      return (
        <>
          <span aria-hidden="true">✓ </span>
          <Trans comment="Status line: the receipt or the day sheet is on paper.">Printed.</Trans>
        </>
      );
    case 'doubt':
      return paperDoubtInWords(ending.doubt);
    case 'no-card':
      return paperRefusalInWords(ending.why);
    default:
      return unreachable(ending);
  }
}

function Words({ paper }: { paper: PaperAct }): ReactNode {
  const isSupervisor = useStaffView(({ staff }) => staff?.role === 'supervisor');
  const { printer, progress, refusal } = paper;
  if (printer === null) {
    return isSupervisor ? (
      <Trans>To print this, choose an ordinary printer under Supervisor, Printers.</Trans>
    ) : (
      <Trans>No ordinary printer (for paper) is set up. Ask a supervisor.</Trans>
    );
  }
  if (refusal !== null) return refusalInWords(refusal);
  if (progress === null) return null;
  const { ending, stage, troubles } = progress;
  if (ending !== null) return <Ending ending={ending} />;
  const [trouble] = troubles;
  if (trouble !== undefined) return paperTroubleInWords(trouble);
  return stage === 'waiting' ? <Trans>Sending to the printer…</Trans> : <Trans>Sent to the printer.</Trans>;
}

/** Whether somebody has to go there: it is not printed, or waits for a hand, or nobody knows although the printer would tell. */
function needsSomebody({ printer, progress, refusal }: PaperAct): boolean {
  if (printer === null) return false;
  if (refusal !== null) return true;
  const ending = progress?.ending ?? null;
  if (ending === null) return (progress?.troubles.length ?? 0) > 0;
  return ending.kind === 'no-card' || (ending.kind === 'doubt' && ending.doubt !== 'cannot-know');
}

/** How far a paper has come, or how it could be printed. The clerk goes on meanwhile: nothing waits for it. */
export function PaperProgress({ paper }: { paper: PaperAct }): ReactNode {
  const { printer, progress } = paper;
  const isStopped = needsSomebody(paper);
  return (
    <p
      role="status"
      className={isStopped ? `${styles.progress} ${styles.stopped}` : styles.progress}
      data-paper={printer === null ? 'screen-only' : (progress?.stage ?? 'none')}
      data-paper-ending={progress?.ending?.kind}
      data-paper-trouble={progress?.troubles[0]}
    >
      {isStopped ? <span aria-hidden="true">! </span> : null}
      <Words paper={paper} />
    </p>
  );
}
