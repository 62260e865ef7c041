import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { staffRoles } from '../../../shared/contract/status.ts';
import type { Member } from '../../../shared/contract/supervision.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import { roleInWords } from '../../wording/role.ts';
import styles from '../supervisor.module.css';

interface MembersTableProps {
  readonly members: readonly Member[];
  readonly onReset: (member: Member) => void;
  readonly onRemove: (member: Member) => void;
  readonly onLetIn: (member: Member) => void;
}

function State({ member }: { member: Member }): ReactNode {
  const { lockedOutMinutes, mustChange } = member;
  return (
    <>
      {lockedOutMinutes === null ? null : (
        <p data-locked-out={lockedOutMinutes}>
          <span aria-hidden="true">× </span>
          <Plural value={lockedOutMinutes} one="Locked out for # minute" other="Locked out for # minutes" />
        </p>
      )}
      {mustChange ? (
        <p data-must-change>
          <span aria-hidden="true">! </span>
          <Trans>Must choose a passphrase at the next sign-in</Trans>
        </p>
      ) : null}
      {lockedOutMinutes === null && !mustChange ? <Trans>Can sign in</Trans> : null}
    </>
  );
}

function Row(props: Omit<MembersTableProps, 'members'> & { member: Member }): ReactNode {
  const { member, onReset, onRemove, onLetIn } = props;
  const { name } = member;
  const whom = <span className={hidden.hidden}>: {name}</span>;
  return (
    <tr data-member={name}>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{roleInWords(member.role)}</td>
      <td>
        <State member={member} />
      </td>
      <td>
        <div className={styles.acts}>
          {member.lockedOutMinutes === null ? null : (
            <ActionButton onPress={() => onLetIn(member)}>
              <Trans>Unlock sign-in</Trans>
              {whom}
            </ActionButton>
          )}
          <ActionButton kind="quiet" onPress={() => onReset(member)}>
            <Trans>New passphrase…</Trans>
            {whom}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => onRemove(member)}>
            <Trans>Remove…</Trans>
            {whom}
          </ActionButton>
        </div>
      </td>
    </tr>
  );
}

/** Everybody who works here, with totals by role. */
export function MembersTable({ members, ...acts }: MembersTableProps): ReactNode {
  const total = members.length;
  const byRole = staffRoles.map((role) => {
    const count = members.filter((each) => each.role === role).length;
    return `${roleInWords(role)}: ${count}`;
  });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col">
              <Trans>Role</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col">
              <Trans>Actions</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((each) => (
            <Row key={each.member} member={each} {...acts} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Plural value={total} one="# person" other="# people" />
            </th>
            <td colSpan={3}>{byRole.join(' · ')}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
