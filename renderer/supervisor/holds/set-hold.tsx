import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { HoldId } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { holdReasons } from '../../../shared/ledger/reasons.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { holdReasonInWords, holdScopeInWords } from '../../wording/holds/hold.ts';
import styles from '../supervisor.module.css';
import { ConfirmHold } from './confirm-hold.tsx';
import {
  type CheckedHold,
  checkHoldDraft,
  EMPTY_HOLD_DRAFT,
  type HoldDraft,
  type HoldDraftProblem,
} from './hold-draft.ts';
import type { MadeEntry } from './ledger-has-it.tsx';
import { TicketChoice } from './ticket-choice.tsx';

/** `before`: the holds in force when it was asked, for one that is set may be among them before it is recorded. */
interface AskedHold {
  readonly hold: CheckedHold;
  readonly before: readonly HoldId[];
}

/** Where a draft is put right: the first of those that may be chosen. */
function firstToChoose(problem: HoldDraftProblem): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    problem === 'no-reason' ? 'input[name="hold-reason"]' : '[data-hold-ticket]',
  );
}

/** Sets a legal hold, after one question that says all that it will do. */
export function SetHold(props: { status: KioskStatus; onSet: (entry: MadeEntry) => void }): ReactNode {
  const { status, onSet } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [draft, setDraft] = useState<HoldDraft>(EMPTY_HOLD_DRAFT);
  const [problem, setProblem] = useState<HoldDraftProblem | null>(null);
  const [asked, setAsked] = useState<AskedHold | null>(null);
  const [isUnrecorded, setUnrecorded] = useState(false);
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
    if (!checked.ok) firstToChoose(checked.problem)?.focus();
    else setAsked({ hold: checked.hold, before: status.holds.map(({ hold }) => hold) });
  };
  const close = (): void => {
    setAsked(null);
    setUnrecorded(false);
    act.clear();
  };
  const set = async ({ hold, before }: AskedHold): Promise<void> => {
    const isSet = await act.run(async () => {
      const answer = await client.setHold(hold);
      if (!answer.ok && answer.error.kind === 'hold-not-entered') setUnrecorded(true);
      return answer;
    });
    if (!isSet) return;
    close();
    setDraft(EMPTY_HOLD_DRAFT);
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
            message: 'Applies to',
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
          problem={
            problem === 'no-reason'
              ? t({
                  message: 'Choose a reason first.',
                  comment: 'Error beside the label of a list of reasons for a legal hold.',
                })
              : null
          }
          value={draft.reason}
          onChoose={(reason) => change({ reason })}
          choices={holdReasons.map((value) => ({ value, label: holdReasonInWords(value) }))}
        />
        {draft.scope === 'tickets' ? (
          <TicketChoice
            applications={status.inProgress}
            chosen={draft.tickets}
            lacksTicket={problem === 'no-ticket'}
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
      </div>
      {asked === null ? null : (
        <ConfirmHold
          scope={draft.scope}
          status={status}
          act={act}
          isUnrecorded={isUnrecorded}
          onSet={() => void set(asked)}
          onClose={close}
        />
      )}
    </div>
  );
}
