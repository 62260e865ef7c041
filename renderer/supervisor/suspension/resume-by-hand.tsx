import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { useCore, usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Refused } from '../../parts/refused.tsx';
import { whenInWords } from '../../wording/suspension/suspension.ts';
import styles from '../supervisor.module.css';
import { StartChoice } from './start-choice.tsx';
import { AT_ONCE, type CheckedStart, checkStart, type TypedStart } from './suspension-draft.ts';

/** Resumes new applications that a supervisor suspended here, or takes back what is only announced. */
export function ResumeByHand(props: {
  suspension: SuspensionStatus;
  onBegin: () => void;
  onDone: (entry: 'suspension-ended') => void;
}): ReactNode {
  const { suspension, onBegin, onDone } = props;
  const { client } = useCore();
  const { fields } = usePolicy();
  const timeZone = useTimeZone();
  const approval = useApproval();
  const [start, setStart] = useState<TypedStart>(AT_ONCE);
  const [problem, setProblem] = useState<Extract<CheckedStart, { ok: false }>['problem'] | null>(null);
  const resume = async (): Promise<void> => {
    onBegin();
    const checked = checkStart(start, { timeZone, fields }, Date.now());
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok) return;
    const ending = { at: checked.moment, decided: suspension.decided };
    const about = [whenInWords(ending.at, timeZone)];
    const end = () => client.endSuspension(ending);
    if (await approval.run({ act: 'endSuspension', ...ending }, end, about)) onDone('suspension-ended');
  };
  return (
    <div className={styles.section} data-act="end-suspension">
      <h3 className={styles.subheading}>
        <Trans comment="Heading of a form: a supervisor’s suspension of new applications, in force or announced. An order’s may go on.">
          End the supervisor’s suspension
        </Trans>
      </h3>
      <StartChoice
        name="resume-when"
        start={start}
        problem={problem}
        onChange={(part) => {
          setStart((now) => ({ ...now, ...part }));
          setProblem(null);
          approval.clear();
        }}
      />
      <div className={styles.choices}>
        <ActionButton kind="main" ariaDisabled={approval.busy} onPress={() => void resume()}>
          {suspension.since === null ? (
            <Trans comment="Button: new applications are not going to be suspended after all.">
              Cancel suspension
            </Trans>
          ) : (
            <Trans comment="Button: new applications may start again.">End suspension</Trans>
          )}
        </ActionButton>
      </div>
      <Refused refusal={approval.refusal} hasTyped />
      {approval.dialog}
    </div>
  );
}
