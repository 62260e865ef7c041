import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { holdReasons } from '../../../shared/ledger/reasons.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Problem } from '../../parts/problem.tsx';
import { holdReasonInWords, holdScopeInWords } from '../../wording/hold.ts';
import styles from '../supervisor.module.css';
import { ConfirmHold } from './confirm-hold.tsx';
import { type CheckedHold, checkHoldDraft, type HoldDraft, type HoldDraftProblem } from './hold-draft.ts';
import type { MadeEntry } from './ledger-has-it.tsx';
import { TicketChoice } from './ticket-choice.tsx';

const EMPTY: HoldDraft = { scope: 'all', reason: null, tickets: [] };

/** Sets a legal hold, after one question that says all that it will do. */
export function SetHold(props: { status: KioskStatus; onSet: (entry: MadeEntry) => void }): ReactNode {
  const { status, onSet } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [draft, setDraft] = useState<HoldDraft>(EMPTY);
  const [problem, setProblem] = useState<HoldDraftProblem | null>(null);
  const [asked, setAsked] = useState<CheckedHold | null>(null);
  const change = (part: Partial<HoldDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    setProblem(null);
    act.clear();
  };
  const ask = (): void => {
    const checked = checkHoldDraft(
      draft,
      status.inProgress.map(({ ticket }) => ticket),
    );
    setProblem(checked.ok ? null : checked.problem);
    if (checked.ok) setAsked(checked.hold);
  };
  const set = async (hold: CheckedHold): Promise<void> => {
    const before = status.holds.map((each) => each.hold);
    if (!(await act.run(() => client.setHold(hold)))) return;
    setAsked(null);
    setDraft(EMPTY);
    onSet({ kind: 'hold-set', before });
  };
  return (
    <div className={styles.section} data-act="set-hold">
      <h3 className={styles.subheading}>
        <Trans comment="Heading of a form. A legal hold is an order by counsel to erase nothing.">
          Set a legal hold
        </Trans>
      </h3>
      <div className={styles.columns}>
        <ChoiceList
          name="hold-scope"
          legend={t({
            message: 'What it covers',
            comment: 'Label of a choice: which applications a legal hold keeps.',
          })}
          value={draft.scope}
          onChoose={(scope) => change({ scope })}
          choices={(['all', 'tickets'] as const).map((value) => ({
            value,
            label: holdScopeInWords(value),
          }))}
        />
        <ChoiceList
          name="hold-reason"
          legend={t`Reason`}
          value={draft.reason}
          onChoose={(reason) => change({ reason })}
          choices={holdReasons.map((value) => ({ value, label: holdReasonInWords(value) }))}
        />
        {draft.scope === 'tickets' ? (
          <TicketChoice
            applications={status.inProgress}
            chosen={draft.tickets}
            onChange={(tickets) => change({ tickets })}
          />
        ) : null}
      </div>
      <div className={styles.choices}>
        <ActionButton onPress={ask}>
          <Trans comment="Button that opens a question: an order by counsel to erase nothing takes effect.">
            Set legal hold…
          </Trans>
        </ActionButton>
        {problem === null ? null : (
          <div data-problem={problem}>
            <Problem>
              {problem === 'no-reason' ? (
                <Trans comment="Error below a list of reasons. A legal hold is an order by counsel to erase nothing.">
                  Choose a reason first. A legal hold can’t be set without one.
                </Trans>
              ) : (
                <Trans comment="Error below checkboxes. A ticket is an application’s number of the day; a legal hold keeps applications from being erased.">
                  Choose the tickets for the legal hold, or choose everything.
                </Trans>
              )}
            </Problem>
          </div>
        )}
      </div>
      {asked === null ? null : (
        <ConfirmHold
          scope={draft.scope}
          status={status}
          act={act}
          onSet={() => void set(asked)}
          onClose={() => {
            setAsked(null);
            act.clear();
          }}
        />
      )}
    </div>
  );
}
