import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { useCore, usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Refused } from '../../parts/refused.tsx';
import { orderGoesOnInWords, whenInWords } from '../../wording/suspension/suspension.ts';
import { dateOrderOf } from '../ledger/typed-day.ts';
import styles from '../supervisor.module.css';
import { focusStart, useLateStart } from './focus-start.ts';
import { StartChoice } from './start-choice.tsx';
import { AT_ONCE, checkStart, type StartProblem, startFaults, type TypedStart } from './suspension-draft.ts';

const WHEN = 'resume-when';

/** Resumes new applications that a supervisor suspended here, or takes back what is only announced. */
export function ResumeByHand(props: {
  suspension: SuspensionStatus;
  /** That of an order, which goes on; null: there is none. */
  ofOrder: SuspensionStatus | null;
  onBegin: () => void;
  onDone: (entry: 'suspension-ended') => void;
}): ReactNode {
  const { suspension, ofOrder, onBegin, onDone } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const { fields } = usePolicy();
  const timeZone = useTimeZone();
  const approval = useApproval();
  const [start, setStart] = useState<TypedStart>(AT_ONCE);
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const isLate = useLateStart(WHEN, start, approval);
  const isAnnounced = suspension.since === null;
  const resume = async (): Promise<void> => {
    onBegin();
    const checked = checkStart(start, { timeZone, fields }, Date.now());
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok) {
      focusStart(WHEN, startFaults(start, checked.problem, dateOrderOf(fields)));
      return;
    }
    const ending = { at: checked.moment, decided: suspension.decided };
    const about = [whenInWords(ending.at, timeZone)];
    const end = () => client.endSuspension(ending);
    if (await approval.run({ act: 'endSuspension', ...ending }, end, about)) onDone('suspension-ended');
  };
  return (
    <div className={styles.section} data-act="end-suspension">
      <h3 className={styles.subheading}>
        {isAnnounced ? (
          <Trans comment="Heading of a form: a supervisor’s suspension of new applications that hasn’t begun yet.">
            Call off the supervisor’s suspension, or set its end
          </Trans>
        ) : (
          <Trans comment="Heading of a form: a supervisor’s suspension of new applications, in force. An order’s may go on.">
            End the supervisor’s suspension
          </Trans>
        )}
      </h3>
      <StartChoice
        name={WHEN}
        start={start}
        problem={isLate ? 'moment-over' : problem}
        labels={
          isAnnounced
            ? {
                now: t({
                  message: 'Call it off before it begins',
                  comment: 'Choice: what becomes of a suspension of new applications that hasn’t begun yet.',
                }),
                later: t({
                  message: 'Let it begin, and end at a set time',
                  comment: 'Choice: what becomes of a suspension of new applications that hasn’t begun yet.',
                }),
              }
            : undefined
        }
        onChange={(part) => {
          setStart((now) => ({ ...now, ...part }));
          setProblem(null);
          approval.clear();
        }}
      />
      {ofOrder === null ? null : <p data-order-goes-on>{orderGoesOnInWords(ofOrder)}</p>}
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          ariaDisabled={approval.busy && 'for-a-moment'}
          onPress={() => void resume()}
        >
          <ResumeWords isAnnounced={isAnnounced} isLater={start.when === 'later'} />
        </ActionButton>
      </div>
      <Refused refusal={isLate ? null : approval.refusal} hasTyped />
      {approval.dialog}
    </div>
  );
}

/** What the button does, by what is chosen above it. */
function ResumeWords({ isAnnounced, isLater }: { isAnnounced: boolean; isLater: boolean }): ReactNode {
  if (!isAnnounced) return <Trans comment="Button: new applications may start again.">End suspension</Trans>;
  return isLater ? (
    <Trans comment="Button: a suspension of new applications that hasn’t begun yet gets a time at which it ends.">
      Set its end
    </Trans>
  ) : (
    <Trans comment="Button: new applications are not going to be suspended after all.">
      Call off suspension
    </Trans>
  );
}
