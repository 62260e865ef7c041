import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { staffRoles } from '../../../shared/contract/status.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import { roleInWords } from '../../wording/role.ts';
import styles from '../supervisor.module.css';

interface MembersTableProps {
  readonly members: readonly Member[];
  readonly onReset: (member: Member) => void;
  readonly onRemove: (member: Member) => void;
  readonly onLetIn: (member: Member) => void;
  readonly onConfirm: (member: Member) => void;
}

function State({ member }: { member: Member }): ReactNode {
  const { lockedOutMinutes, mustChange, unconfirmed } = member;
  return (
    <>
      {lockedOutMinutes === null ? null : (
        <p data-locked-out={lockedOutMinutes}>
          <span aria-hidden="true">× </span>
          <Plural
            comment="State of a member of staff, who cannot sign in for as long."
            value={lockedOutMinutes}
            one={`Locked out for #\u00a0minute`}
            other={`Locked out for #\u00a0minutes`}
          />
        </p>
      )}
      {mustChange ? (
        <p data-must-change>
          <span aria-hidden="true">! </span>
          <Trans comment="State of a member of staff, who must choose a passphrase then.">
            New passphrase at next sign-in
          </Trans>
        </p>
      ) : null}
      {lockedOutMinutes === null && !mustChange ? (
        <p>
          <Trans comment="State of a member of staff.">Can sign in</Trans>
        </p>
      ) : null}
      {unconfirmed === null ? null : (
        <p data-unconfirmed>
          <span aria-hidden="true">! </span>
          <Trans comment="State of a supervisor whom another one has still to confirm: they are neither the first nor the second person of an act that takes two.">
            Not confirmed yet: can’t act as one of two
          </Trans>
        </p>
      )}
    </>
  );
}

type MemberActs = Omit<MembersTableProps, 'members'>;

function Acts({ member, onReset, onRemove, onLetIn, onConfirm }: MemberActs & { member: Member }): ReactNode {
  const whom = <span className={hidden.hidden}>: {member.name}</span>;
  return (
    <div className={styles.acts}>
      {member.lockedOutMinutes === null ? null : (
        <ActionButton kind="quiet" onPress={() => onLetIn(member)}>
          <Trans comment="Button: this person may try again after too many wrong passphrases.">
            Unlock sign-in
          </Trans>
          {whom}
        </ActionButton>
      )}
      {member.unconfirmed === null ? null : (
        <ActionButton kind="quiet" onPress={() => onConfirm(member)}>
          <Trans comment="Button that opens a question: another supervisor confirms this one.">
            Confirm…
          </Trans>
          {whom}
        </ActionButton>
      )}
      <ActionButton kind="quiet" onPress={() => onReset(member)}>
        <Trans comment="Button that opens a question: a supervisor gives this person a new passphrase.">
          New passphrase…
        </Trans>
        {whom}
      </ActionButton>
      <ActionButton kind="quiet" onPress={() => onRemove(member)}>
        <Trans comment="Button that opens a question: this person leaves the staff.">Remove…</Trans>
        {whom}
      </ActionButton>
    </div>
  );
}

/** Everybody who works here, with totals by role. */
export function MembersTable({ members, ...acts }: MembersTableProps): ReactNode {
  const { t } = useLingui();
  const total = members.length;
  const byRole = staffRoles.map((role) => {
    const count = members.filter((each) => each.role === role).length;
    return `${roleInWords(role)}: ${count}`;
  });
  return (
    <DataTable
      rows={members}
      keyOf={({ member }) => member}
      marksOf={({ name }) => ({ 'data-member': name })}
      columns={[
        { heading: t`Name`, cell: ({ name }) => <bdi>{name}</bdi> },
        { heading: t`Role`, cell: ({ role }) => roleInWords(role) },
        {
          heading: t({ message: 'State', comment: 'Column heading: whether a member of staff can sign in.' }),
          cell: (member) => <State member={member} />,
        },
        { heading: t`Actions`, cell: (member) => <Acts member={member} {...acts} />, inOneLine: true },
      ]}
      total={{
        count: (
          <Plural
            comment="Below the table of staff: how many there are."
            value={total}
            one="# person"
            other="# people"
          />
        ),
        more: byRole.join(' · '),
      }}
    />
  );
}
