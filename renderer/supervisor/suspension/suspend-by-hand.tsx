import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import { openWhenSuspended } from '../../../shared/ledger/reasons.ts';
import { noticeLanguages, usualNotice } from '../../../shared/orders/usual-notice.ts';
import type { PolicyRules } from '../../../shared/programme/complete.ts';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { useCore, usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Refused } from '../../parts/refused.tsx';
import {
  openChoiceInWords,
  openInWords,
  suspendingInWords,
  whenInWords,
} from '../../wording/suspension/suspension.ts';
import { dateOrderOf } from '../ledger/typed-day.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import { ConfirmErasing } from './confirm-erasing.tsx';
import { focusStart, useLateStart } from './focus-start.ts';
import { focusNotice, NoticeFields } from './notice-fields.tsx';
import { StartChoice } from './start-choice.tsx';
import {
  AT_ONCE,
  type CheckedSuspension,
  checkSuspensionDraft,
  emptyLanguages,
  type SuspensionDraft,
  startFaults,
} from './suspension-draft.ts';

type Problem = Extract<CheckedSuspension, { ok: false }>['problem'];

const WHEN = 'suspend-when';

/** Puts the focus on what has to be mended. */
function focusProblem(problem: Problem, draft: SuspensionDraft, { fields, languages }: PolicyRules): void {
  if (problem === 'no-notice') focusNotice(emptyLanguages(draft.notice, languages));
  else focusStart(WHEN, startFaults(draft, problem, dateOrderOf(fields)));
}

/** Suspends new applications, by a supervisor, or two where the policy says so. */
export function SuspendByHand(props: {
  status: KioskStatus;
  onBegin: () => void;
  onDone: (entry: 'intake-suspended') => void;
}): ReactNode {
  const { status, onBegin, onDone } = props;
  const now = {
    count: status.inProgress.length,
    held: status.inProgress.filter(({ hold }) => hold !== 'free').length,
    cardsAreKept: status.holds.length > 0,
  };
  const { t } = useLingui();
  const { client } = useCore();
  const policy = usePolicy();
  const { fields, languages } = policy;
  const timeZone = useTimeZone();
  const approval = useApproval();
  const [draft, setDraft] = useState<SuspensionDraft>(() => ({
    ...AT_ONCE,
    open: 'finish',
    notice: usualNotice(languages, offeredLanguages(policy, status)),
  }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<Suspending | null>(null);
  const isLate = useLateStart(WHEN, draft, approval);
  const change = (part: Partial<SuspensionDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    setProblem(null);
    approval.clear();
  };
  const suspend = async (): Promise<void> => {
    onBegin();
    const checked = checkSuspensionDraft(draft, { timeZone, fields, languages }, Date.now());
    setProblem(checked.ok ? null : checked.problem);
    if (!checked.ok) {
      focusProblem(checked.problem, draft, policy);
      return;
    }
    // What it erases can't be brought back: nobody does that with one press.
    if (checked.how.open === 'wipe') setAsked(checked.how);
    else await carryOut(checked.how);
  };
  const carryOut = async (how: Suspending): Promise<void> => {
    setAsked(null);
    const when = whenInWords(how.takesEffect, timeZone);
    const about = [when, openInWords(how.open)];
    if (await approval.run({ act: 'suspendIntake', ...how }, () => client.suspendIntake(how), about))
      onDone('intake-suspended');
  };
  return (
    <div className={styles.section} data-act="suspend-intake">
      <h3 className={styles.subheading}>
        <Trans comment="Heading of a form.">Suspend new applications</Trans>
      </h3>
      <div className={styles.columns}>
        <StartChoice
          name={WHEN}
          start={draft}
          problem={isLate ? 'moment-over' : problem === 'no-notice' ? null : problem}
          onChange={change}
        />
        <ChoiceList
          name="suspend-open"
          legend={t({
            message: 'Open applications',
            context: 'choice when suspending',
            comment: 'Label of a choice: what happens to open applications when new ones are suspended.',
          })}
          value={draft.open}
          onChoose={(open) => change({ open })}
          choices={openWhenSuspended.map((value) => ({ value, label: openChoiceInWords(value) }))}
        />
      </div>
      <NoticeFields
        notice={draft.notice}
        needed={noticeLanguages(languages)}
        attempted={problem === 'no-notice'}
        onChange={(notice) => change({ notice })}
      />
      <Sentences all={suspendingInWords(draft.open, now)} />
      <div className={styles.choices}>
        <ActionButton
          kind="danger"
          ariaDisabled={approval.busy && 'for-a-moment'}
          onPress={() => void suspend()}
        >
          {draft.open === 'wipe' ? (
            <Trans comment="Button that opens a question: new applications are suspended and open ones erased.">
              Suspend new applications…
            </Trans>
          ) : (
            <Trans comment="Button: nobody can start a new application from then on.">
              Suspend new applications
            </Trans>
          )}
        </ActionButton>
      </div>
      <Refused refusal={isLate ? null : approval.refusal} hasTyped />
      {asked === null ? null : (
        <ConfirmErasing
          {...{ how: asked, status }}
          onSuspend={() => void carryOut(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {approval.dialog}
    </div>
  );
}
