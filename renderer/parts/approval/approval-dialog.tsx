import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { type AskedApproval, actInWords } from '../../wording/act.ts';
import { ActionButton } from '../action-button.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { SecretField } from '../passphrase/secret-field.tsx';
import { TimeLeft } from '../passphrase/time-left.tsx';
import { useWait } from '../passphrase/use-wait.ts';
import { LabeledField } from '../text-field/labeled-field.tsx';
import fieldStyles from '../text-field/text-field.module.css';
import styles from './approval-dialog.module.css';

interface ApprovalDialogProps {
  readonly act: AskedApproval;
  /** What the act is about, in words: whoever approves reads it. */
  readonly about: readonly string[];
  /** Does the act; the dialog waits for it. */
  readonly onApproved: () => Promise<void>;
  /** Also Escape. Nothing is done then. */
  readonly onClose: () => void;
}

/** A supervisor signs in for this one act, over somebody else's screen, who stays signed in. */
export function ApprovalDialog({ act, about, onApproved, onClose }: ApprovalDialogProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const status = useStaffView((now) => now);
  const own = status?.staff?.name ?? '';
  const names = status?.approverNames ?? [];
  const [name, setName] = useState(names[0] ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [performing, setPerforming] = useState(false);
  const approving = useAct();
  const wait = useWait(approving.refusal);
  const select = useRef<HTMLSelectElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const busy = approving.busy || performing;
  const several = names.length > 1;
  useEffect(() => (several ? select.current : field.current)?.focus(), [several]);

  const approve = async (): Promise<void> => {
    if (busy || wait.waiting) return;
    if (passphrase === '') {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    const done = await approving.run(() => client.approve({ ...act, name, passphrase }));
    setPassphrase('');
    if (!done) {
      field.current?.focus();
      return;
    }
    setPerforming(true);
    await onApproved();
  };
  const close = (): void => {
    // What is under way cannot be called back: the dialog ends with it.
    if (!busy) onClose();
  };

  return (
    <Dialog
      isOpen
      heading={t({
        message: 'Supervisor approval',
        comment: 'Heading of a question: a supervisor must allow this act.',
      })}
      onClose={close}
    >
      <form
        className={styles.form}
        data-approval={act.act}
        data-refusal={approving.refusal?.kind}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void approve();
        }}
      >
        <WhatIsApproved act={act} about={about} own={own} canApprove={names.length > 0} />
        <LabeledField
          id="approval-name"
          label={t({ message: 'The supervisor’s name', comment: 'Label of a list of names.' })}
        >
          <select
            ref={select}
            id="approval-name"
            className={fieldStyles.input}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              approving.clear();
            }}
          >
            {names.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </LabeledField>
        <SecretField
          id="approval-passphrase"
          inputRef={field}
          label={t({ message: 'The supervisor’s passphrase', comment: 'Label of a passphrase field.' })}
          value={passphrase}
          problem={empty ? t`Enter the supervisor’s passphrase.` : wait.problem}
          onChange={(typed) => {
            setPassphrase(typed);
            setEmpty(false);
            if (!wait.waiting) approving.clear();
          }}
        />
        <TimeLeft words={wait.timeLeft} />
        <Choices
          isReady={!busy && !wait.waiting && names.length > 0}
          isReview={act.act === 'deny'}
          onClose={close}
        />
      </form>
    </Dialog>
  );
}

function WhatIsApproved(props: {
  act: AskedApproval;
  about: readonly string[];
  own: string;
  /** Somebody could. */
  canApprove: boolean;
}): ReactNode {
  const { act, about, own, canApprove } = props;
  return (
    <>
      <Notice kind="plain">
        <p>
          <b>{actInWords(act.act)}</b>
        </p>
        {about.length === 0 ? null : (
          <ul data-approval-about>
            {about.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </Notice>
      <p>
        {act.act !== 'deny' ? (
          <Trans comment="Below the heading “Supervisor approval”. {own} is the name of who is signed in.">
            {own} stays signed in. This approval covers one action only. The ledger records staff by random
            identifiers and no name.
          </Trans>
        ) : (
          <Trans comment="Below the heading “Supervisor approval”, for a refusal. {own} is the name of who is signed in.">
            {own} stays signed in. This approval covers these reasons only. The ledger counts a reviewed
            denial, without names.
          </Trans>
        )}
      </p>
      {canApprove ? null : (
        <Notice kind="warn">
          <p data-no-approver>
            <Trans>
              No other supervisor can sign in at this kiosk, so nobody can approve this. Press Esc, and call a
              supervisor.
            </Trans>
          </p>
        </Notice>
      )}
    </>
  );
}

function Choices(props: { isReady: boolean; isReview: boolean; onClose: () => void }): ReactNode {
  const { isReady, isReview, onClose } = props;
  return (
    <div className={styles.choices}>
      <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={!isReady}>
        {isReview ? (
          <Trans comment="Button: a supervisor agrees that a card is refused for these reasons.">
            Approve denial
          </Trans>
        ) : (
          <Trans comment="Button: a supervisor allows the one act that is named above.">
            Approve this action
          </Trans>
        )}
      </ActionButton>
      <ActionButton shortcut="Esc" onPress={onClose}>
        {isReview ? (
          <Trans comment="Button: the supervisor does not approve a refusal, and the clerk goes on.">
            Send back
          </Trans>
        ) : (
          <Trans comment="Button: nothing is done.">Cancel</Trans>
        )}
      </ActionButton>
    </div>
  );
}
