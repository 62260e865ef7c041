import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ChecksTable } from '../../doctor/checks-table.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { examiningInWords } from '../../wording/doctor/examining.ts';
import { sectionInWords } from '../../wording/section.ts';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { ExaminationSummary } from './examination-summary.tsx';

/** Whether this computer is in order: what the last look found, the worst first, and another look. */
export function DoctorSection(): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const [examination, setExamination] = useState<Examination | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const [unread, setUnread] = useState<Refusal | null>(null);
  useEffect(() => {
    let isWanted = true;
    void client.lastExamination({}).then((answer) => {
      if (!isWanted) return;
      // Somebody may have looked anew meanwhile.
      if (answer.ok) setExamination((now) => now ?? answer.value.examination);
      setUnread(answer.ok ? null : answer.error);
      setAnswered(answer.ok);
    });
    return () => {
      isWanted = false;
    };
  }, [client]);
  const look = (): void => {
    void act.run(async () => {
      const answer = await client.runDoctor({});
      if (answer.ok) {
        setExamination(answer.value);
        setUnread(null);
      }
      return answer;
    });
  };
  return (
    <SectionPanel section="computer" heading={sectionInWords('computer')}>
      <p className={styles.note}>
        <Trans comment="Above a table of checks of this computer. To go live is to begin serving real applicants.">
          The kiosk keeps its promises only on a computer that is in order. It checks that once a day. A kiosk
          for real applicants also checks it before it goes live.
        </Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton kind="main" ariaDisabled={act.busy && 'for-a-moment'} onPress={look}>
          <Trans comment="Button: looks anew whether the computer that the kiosk runs on is in order.">
            Check this computer
          </Trans>
        </ActionButton>
      </div>
      <div role="status" data-examining={act.busy}>
        {act.busy ? <p>{examiningInWords()}</p> : null}
      </div>
      {/* Where what was found before can’t be read, that nobody has looked would be a guess. */}
      <Refused refusal={act.refusal ?? unread} />
      {examination === null && !isAnswered ? null : <ExaminationSummary examination={examination} />}
      {examination?.kind === 'ran' ? <ChecksTable checks={examination.report.checks} /> : null}
    </SectionPanel>
  );
}
