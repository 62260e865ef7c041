import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useNewPassphrase } from '../../parts/passphrase/use-new-passphrase.ts';
import { Refused } from '../../parts/refused.tsx';
import styles from '../supervisor.module.css';
import { TemporaryPassphrase } from './temporary-passphrase.tsx';
import { ToBeConfirmed } from './to-be-confirmed.tsx';

/** A supervisor gives somebody a new passphrase, because the old one is lost or known. */
export function ResetPassphrase(props: {
  member: Member;
  members: readonly Member[];
  status: KioskStatus;
  /** What was done, in words; `null`: nothing. */
  onEnd: (done: string | null) => void;
}): ReactNode {
  const { member, members, status, onEnd } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const { name } = member;
  const passphrase = useNewPassphrase([name]);
  const [attempted, setAttempted] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const reset = async (): Promise<void> => {
    setAttempted(true);
    if (!passphrase.ready) {
      field.current?.focus();
      return;
    }
    const given = { member: member.member, passphrase: passphrase.typed };
    if (await act.run(async () => passphrase.heed(await client.resetPassphrase(given)))) {
      onEnd(
        t({
          message: `${name} has a new passphrase and must change it at the next sign-in.`,
          comment: 'Status line. {name} is a member of staff.',
        }),
      );
    }
  };
  return (
    <Dialog
      isOpen
      wide
      heading={t({ message: `New passphrase for ${name}`, comment: 'Heading. {name} is a member of staff.' })}
      onClose={() => onEnd(null)}
    >
      <form
        className={styles.form}
        noValidate
        data-act="reset-passphrase"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void reset();
        }}
      >
        <p>
          <Trans comment="What a new passphrase does. {name} is a member of staff.">
            {name}’s current passphrase stops working at once.
          </Trans>
        </p>
        <TemporaryPassphrase passphrase={passphrase} attempted={attempted} inputRef={field} />
        {member.role === 'supervisor' ? <ToBeConfirmed {...{ member, members, status }} /> : null}
        <Actions
          verdict={
            <Refused refusal={act.refusal?.kind === 'weak-passphrase' ? null : act.refusal} hasTyped />
          }
        >
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy && 'for-a-moment'}>
            <Trans comment="Button that does it.">Give new passphrase</Trans>
          </ActionButton>
          <ActionButton shortcut="Esc" onPress={() => onEnd(null)}>
            <Trans>Keep current passphrase</Trans>
          </ActionButton>
        </Actions>
      </form>
    </Dialog>
  );
}
