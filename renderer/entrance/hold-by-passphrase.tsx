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
import { settingAHoldInWords } from '../wording/holds/hold-effects.ts';
import styles from './entrance.module.css';

/** A legal hold on everything by a supervisor's passphrase, where nobody is let in: a lock-out keeps nobody from it. */
export function HoldByPassphrase({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const policy = usePolicy();
  const [isAsking, setAsking] = useState(false);
  const [isSet, setIsSet] = useState(false);
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
      <div role="status" data-hold-set={isSet}>
        {isSet ? (
          <Notice kind="good">
            <p>
              <Trans comment="Status line. A legal hold, an order to erase nothing, was set by a supervisor who isn’t signed in.">
                The legal hold is in force. It keeps everything.
              </Trans>
            </p>
          </Notice>
        ) : null}
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
            send={(signer) => client.setHoldByPassphrase({ reason: reason ?? 'counsel-advice', ...signer })}
            onDone={() => {
              setIsSet(true);
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
                Any supervisor can do this, also while locked out. Wrong passphrases wait for 30 seconds at
                most.
              </Trans>
            </p>
          </SupervisorSigns>
        </Dialog>
      ) : null}
    </div>
  );
}
