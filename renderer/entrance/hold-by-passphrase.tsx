import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { type HoldReason, holdReasons } from '../../shared/ledger/reasons.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { SupervisorSigns } from '../parts/approval/supervisor-signs.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { holdReasonInWords } from '../wording/holds/hold.ts';
import { codesUnderHoldInWords, settingAHoldInWords } from '../wording/holds/hold-effects.ts';
import { nobodyLiftsInWords, setWaitsInWords } from '../wording/misfit/holds-meanwhile.ts';
import styles from './entrance.module.css';

/** What came of it. A hold that isn't in the ledger stands all the same, also once the question is closed. */
function Stands({ stands, misfit }: { stands: 'no' | 'unrecorded' | 'yes'; misfit: boolean }): ReactNode {
  if (stands === 'no') return null;
  return stands === 'yes' ? (
    <Notice kind={misfit ? 'warn' : 'good'}>
      <p>
        <Trans comment="Status line. A legal hold, an order to erase nothing, was set by a supervisor who isn’t signed in.">
          The legal hold is in force. What is open now can’t be changed or erased.
        </Trans>
      </p>
      {misfit ? <p data-entry-waits>{setWaitsInWords()}</p> : null}
    </Notice>
  ) : (
    <Notice kind="warn">
      <p data-hold-unrecorded>
        <Trans comment="Status line. “It” is a legal hold that is in force but not in the ledger, the record of what staff did.">
          The legal hold is in force, but it isn’t in the ledger yet. To record it, set it again with the same
          reason.
        </Trans>
      </p>
    </Notice>
  );
}

/** A legal hold on everything by a supervisor's passphrase, where nobody is let in: a lock-out keeps nobody from it. */
export function HoldByPassphrase({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const policy = usePolicy();
  const [isAsking, setAsking] = useState(false);
  const [stands, setStands] = useState<'no' | 'unrecorded' | 'yes'>('no');
  const [reason, setReason] = useState<HoldReason | null>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const close = (): void => {
    setAsking(false);
    setReason(null);
    setLacksReason(false);
  };
  // Nobody was served here yet: there is nothing to keep.
  if (status.custody === null) return null;
  return (
    <div className={styles.choices}>
      <ActionButton kind="quiet" onPress={() => setAsking(true)}>
        <Trans>Set legal hold…</Trans>
      </ActionButton>
      <div role="status" data-hold-set={stands === 'yes'}>
        <Stands stands={stands} misfit={status.misfit !== null} />
      </div>
      {isAsking ? (
        <Dialog
          isOpen
          wide
          heading={t({
            message: 'Set a legal hold on everything?',
            comment: 'Heading of a question. A legal hold is an order by counsel to erase nothing.',
          })}
          onClose={close}
        >
          <SupervisorSigns
            act="hold-by-passphrase"
            names={status.staffNames}
            isReady={() => {
              setLacksReason(reason === null);
              return reason !== null;
            }}
            send={async (signer) => {
              const answer = await client.setHoldByPassphrase({
                reason: reason ?? 'counsel-advice',
                ...signer,
              });
              if (!answer.ok && answer.error.kind === 'hold-not-entered') setStands('unrecorded');
              return answer;
            }}
            onDone={() => {
              setStands('yes');
              close();
            }}
            onClose={close}
            button={<Trans>Set legal hold now</Trans>}
          >
            {settingAHoldInWords('all', status.cannotSeal !== null, policy.hold.wipeBegun).map((each) => (
              <p key={each}>{each}</p>
            ))}
            <ChoiceList
              name="hold-reason"
              legend={t`Reason`}
              problem={lacksReason ? t`Choose a reason first.` : null}
              value={reason}
              onChoose={(chosen) => {
                setReason(chosen);
                setLacksReason(false);
              }}
              choices={holdReasons.map((value) => ({ value, label: holdReasonInWords(value) }))}
            />
            <p>
              <Trans comment="In the question whether a supervisor sets a legal hold without signing in.">
                Any supervisor who chose their own passphrase can do this, also while locked out. After a
                wrong passphrase, you wait 30 seconds at most.
              </Trans>
            </p>
            {status.misfit?.wayOn === 'other-files' ? <p>{nobodyLiftsInWords()}</p> : null}
            {status.recovery.kind === 'codes' ? <p>{codesUnderHoldInWords()}</p> : null}
            <p>
              <Trans comment="In the question whether a supervisor sets a legal hold without signing in. To lift it is to end it.">
                If fewer than two confirmed supervisors can sign in, nobody can lift it.
              </Trans>
            </p>
          </SupervisorSigns>
        </Dialog>
      ) : null}
    </div>
  );
}
