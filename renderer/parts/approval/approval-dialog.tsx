import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import type { AskedApproval } from '../../wording/act.ts';
import { ActionButton } from '../action-button.tsx';
import { Actions } from '../actions.tsx';
import { Dialog } from '../dialog.tsx';
import { TimeLeft } from '../passphrase/time-left.tsx';
import { useWait } from '../passphrase/use-wait.ts';
import styles from './approval-dialog.module.css';
import { ApproverName, ApproverPassphrase } from './approver-fields.tsx';
import { NobodyCan, WhatIsApproved } from './what-is-approved.tsx';

interface ApprovalDialogProps {
  readonly act: AskedApproval;
  /** What the act is about, in words: whoever approves reads it. */
  readonly about: readonly string[];
  /** Does the act; the dialog waits for it. */
  readonly onApproved: () => Promise<void>;
  /** What is said while it waits; null: that takes no time. */
  readonly underWay: string | null;
  /** Also Escape. Nothing is done then. */
  readonly onClose: () => void;
}

/** A supervisor signs in for this one act, over somebody else's screen, who stays signed in. */
export function ApprovalDialog(props: ApprovalDialogProps): ReactNode {
  const { act, about, onApproved, underWay, onClose } = props;
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
  // What is wrong then is who was chosen, not what was typed.
  const isWrongName = approving.refusal?.kind === 'not-a-second-person';
  useEffect(() => (isWrongName ? select.current?.focus() : undefined), [isWrongName]);
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
        <WhatIsApproved act={act} about={about} own={own} />
        {names.length === 0 ? (
          <NobodyCan onClose={close} />
        ) : (
          <>
            <ApproverName
              {...{ names, name }}
              inputRef={select}
              problem={isWrongName ? wait.problem : null}
              onChange={(chosen) => {
                setName(chosen);
                approving.clear();
              }}
            />
            <ApproverPassphrase
              inputRef={field}
              value={passphrase}
              problem={empty ? t`Enter the supervisor’s passphrase.` : isWrongName ? null : wait.problem}
              onChange={(typed) => {
                setPassphrase(typed);
                setEmpty(false);
                if (!wait.waiting) approving.clear();
              }}
            />
            <Choices
              isReady={!busy && !wait.waiting}
              isReview={act.act === 'deny'}
              timeLeft={wait.timeLeft}
              underWay={performing ? underWay : null}
              onClose={close}
            />
          </>
        )}
      </form>
    </Dialog>
  );
}

function Choices(props: {
  isReady: boolean;
  isReview: boolean;
  timeLeft: string | null;
  /** What is said of the act that is carried out; null: none is, or it takes no time. */
  underWay: string | null;
  onClose: () => void;
}): ReactNode {
  const { isReady, isReview, timeLeft, underWay, onClose } = props;
  return (
    <Actions
      verdict={
        <div role="status" data-under-way={underWay !== null}>
          {underWay === null ? null : <p>{underWay}</p>}
        </div>
      }
    >
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
      <TimeLeft words={timeLeft} />
    </Actions>
  );
}
