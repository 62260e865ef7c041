import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useStaffRole } from '../core-client/use-staff-role.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { announce } from '../parts/announcer.tsx';
import { useApproval } from '../parts/approval/approval.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { pressOf, useDialogKeys } from '../parts/keys/use-dialog-keys.ts';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { MakeCodesScreen } from './make-codes.tsx';
import styles from './recovery.module.css';

const DECISIONS = ['codes', 'none'] as const;
type Decision = (typeof DECISIONS)[number];

interface RecoveryDecisionProps {
  readonly status: KioskStatus;
  /** Leaves, decided or not. `null`: by signing out, as at the end of the first run. */
  readonly onEnd: (() => void) | null;
}

/** A supervisor decides whether there is a way in when too few supervisors can sign in. Nothing is chosen beforehand. */
export function RecoveryDecision({ status, onEnd }: RecoveryDecisionProps): ReactNode {
  const { client } = useCore();
  const [isMaking, setMaking] = useState(false);
  const leave = (): void => {
    if (onEnd === null) void client.signOut({});
    else onEnd();
  };
  return isMaking ? (
    <MakeCodesScreen signsOut={onEnd === null} onEnd={leave} />
  ) : (
    <DecisionScreen status={status} signsOut={onEnd === null} onEnd={leave} onMake={() => setMaking(true)} />
  );
}

function DecideWords({ decision, hasCodes }: { decision: Decision | null; hasCodes: boolean }): ReactNode {
  if (decision !== 'none') return <Trans comment="Button: two recovery codes are made.">Make codes</Trans>;
  return hasCodes ? (
    <Trans comment="Button: the two recovery codes that exist stop working, and no new ones are made.">
      End both codes
    </Trans>
  ) : (
    <Trans comment="Button: no recovery codes are made.">Continue without codes</Trans>
  );
}

function DecisionScreen(props: {
  status: KioskStatus;
  signsOut: boolean;
  onEnd: () => void;
  onMake: () => void;
}): ReactNode {
  const { status, signsOut, onEnd, onMake } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const role = useStaffRole();
  const act = useAct();
  // Codes that are in force two have made, and two end.
  const approval = useApproval();
  const [decision, setDecision] = useState<Decision | null>(null);
  const hasCodes = status.recovery.kind === 'codes';

  const button = useRef<HTMLButtonElement>(null);
  const decide = async (): Promise<void> => {
    if (decision === 'codes') onMake();
    if (decision !== 'none' || approval.asking) return;
    const decline = () => client.declineRecoveryCodes({});
    const isDeclined = hasCodes
      ? await approval.run({ act: 'declineRecoveryCodes' }, decline)
      : await act.run(decline);
    if (isDeclined) onEnd();
  };
  const tellWhatLacks = (): void => {
    if (decision === null) announce(t`Nothing is chosen yet. Choose 1 or 2.`);
  };
  useDialogKeys(!approval.asking, (index) => setDecision(DECISIONS[index] ?? decision), pressOf(button));
  useKeys(signsOut || approval.asking ? {} : { Escape: onEnd });
  const refusal = act.refusal ?? approval.refusal;

  return (
    <Screen
      name="recovery-decision"
      heading={t({
        message: 'Recovery codes',
        comment:
          'Heading: two codes on paper, by which two people become supervisors if passphrases are lost.',
      })}
    >
      <p>
        <Trans comment="A legal hold is an order by counsel to erase nothing.">
          If one of only two supervisors loses the passphrase or leaves, nobody can be the second person any
          more, nor be confirmed as one. Two recovery codes on paper are the way out: two people use them
          together, once, and become the new supervisors. They don’t work while a legal hold is in force.
        </Trans>
      </p>
      {hasCodes ? (
        <Notice kind="warn">
          <p>
            <Trans comment="Recovery codes are on paper, for a lost passphrase.">
              There are two recovery codes now. Both stop working as soon as you make new ones or choose none.
              Either takes two supervisors.
            </Trans>
          </p>
        </Notice>
      ) : null}
      <ChoiceList
        name="recovery"
        legend={t`A way in without a passphrase`}
        numbered
        autoFocus
        value={decision}
        onChoose={setDecision}
        choices={[
          {
            value: 'codes',
            label: t({
              message: 'Make two recovery codes',
              comment: 'Choice: two codes on paper for a lost passphrase.',
            }),
            detail: (
              <p>
                <Trans>
                  Two supervisors each write one on paper and seal it in an envelope. Keep the envelopes in
                  two places. The codes open no application.
                </Trans>
              </p>
            ),
          },
          {
            value: 'none',
            label: t({
              message: 'No recovery codes',
              comment: 'Choice: if too few supervisors can sign in, the kiosk must be set up from scratch.',
            }),
            detail: (
              <p>
                <Trans>
                  If one of only two supervisors loses the passphrase or leaves, this kiosk must be set up
                  from scratch, with a new ledger.
                </Trans>
              </p>
            ),
          },
        ]}
      />
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal, { role })}</p>
        </Notice>
      )}
      {approval.dialog}
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          irreversible
          buttonRef={button}
          shortcut="Enter"
          ariaDisabled={decision === null || ((act.busy || approval.busy) && 'for-a-moment')}
          describedBy="recovery-note"
          onPress={() => void decide()}
          onDisabledPress={tellWhatLacks}
        >
          <DecideWords decision={decision} hasCodes={hasCodes} />
        </ActionButton>
        {signsOut ? (
          <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={onEnd}>
            <Trans>Sign out and decide later</Trans>
          </ActionButton>
        ) : (
          <ActionButton shortcut="Esc" ariaDisabled={act.busy && 'for-a-moment'} onPress={onEnd}>
            <Trans>Return to Staff</Trans>
          </ActionButton>
        )}
      </div>
      <p id="recovery-note">
        {decision === null ? (
          <Trans>Press 1 or 2, or use the arrow keys. Then press Enter.</Trans>
        ) : (
          <Trans>The ledger records who decided, and when. You can change this later under Staff.</Trans>
        )}
      </p>
    </Screen>
  );
}
