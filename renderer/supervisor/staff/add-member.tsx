import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { type KioskStatus, type StaffRole, staffRoles } from '../../../shared/contract/status.ts';
import { STAFF_NAME_MAXIMUM } from '../../../shared/staff/staff-name.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useNewPassphrase } from '../../parts/passphrase/use-new-passphrase.ts';
import { Refused } from '../../parts/refused.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { roleInWords, roleMayInWords } from '../../wording/role.ts';
import styles from '../supervisor.module.css';
import { TemporaryPassphrase } from './temporary-passphrase.tsx';
import { ToBeConfirmed } from './to-be-confirmed.tsx';

/** Somebody new works here: a name, a role, a passphrase for the first sign-in. */
export function AddMember(props: {
  members: readonly Member[];
  status: KioskStatus;
  onEnd: (done: string | null) => void;
}): ReactNode {
  const { members, status, onEnd } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('clerk');
  const [attempted, setAttempted] = useState(false);
  const passphrase = useNewPassphrase([name]);
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);
  const aboutName = act.refusal?.kind === 'name-taken' || act.refusal?.kind === 'unusable-name';
  const isAtField = aboutName || act.refusal?.kind === 'weak-passphrase';
  const nameProblem =
    aboutName && act.refusal !== null
      ? refusalInWords(act.refusal)
      : attempted && name.trim() === ''
        ? t`Fill this in.`
        : null;

  const add = async (): Promise<void> => {
    setAttempted(true);
    if (name.trim() === '') {
      nameField.current?.focus();
      return;
    }
    if (!passphrase.ready) {
      passphraseField.current?.focus();
      return;
    }
    const added = { name, role, passphrase: passphrase.typed };
    if (await act.run(async () => passphrase.heed(await client.addMember(added))))
      onEnd(
        t({
          message: `${name} can now sign in.`,
          comment: 'Status line. {name} is the new member of staff.',
        }),
      );
  };
  return (
    <Dialog isOpen wide heading={t`Add staff member`} onClose={() => onEnd(null)}>
      <form
        className={styles.wideForm}
        noValidate
        data-act="add-member"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className={styles.columns}>
          <div className={styles.column}>
            <TextField
              id="member-name"
              inputRef={nameField}
              label={t`Name`}
              hint={t`The name they’ll sign in with.`}
              value={name}
              problem={nameProblem}
              required
              maxLength={STAFF_NAME_MAXIMUM}
              onChange={(typed) => {
                setName(typed);
                act.clear();
              }}
            />
            <ChoiceList
              name="role"
              legend={t({
                message: 'Role',
                comment: 'Label of a choice, and column heading: clerk, supervisor or IT staff.',
              })}
              value={role}
              onChoose={setRole}
              choices={staffRoles.map((each) => ({
                value: each,
                label: roleInWords(each),
                detail: <p>{roleMayInWords(each)}</p>,
              }))}
            />
          </div>
          <div className={styles.column}>
            <TemporaryPassphrase passphrase={passphrase} attempted={attempted} inputRef={passphraseField} />
            {role === 'supervisor' ? <ToBeConfirmed member={null} {...{ members, status }} /> : null}
          </div>
        </div>
        <Actions verdict={<Refused refusal={isAtField ? null : act.refusal} hasTyped />}>
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy && 'for-a-moment'}>
            <Trans comment="Heading, and the button that does it.">Add staff member</Trans>
          </ActionButton>
          <ActionButton shortcut="Esc" onPress={() => onEnd(null)}>
            <Trans>Cancel</Trans>
          </ActionButton>
        </Actions>
      </form>
    </Dialog>
  );
}
