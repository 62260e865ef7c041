import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { listInWords } from '../../wording/list.ts';
import { wayOutInWords } from '../../wording/recovery/way-out.ts';
import styles from '../supervisor.module.css';
import { whoCanConfirm } from './who-can-confirm.ts';

/** What a supervisor is to know who makes another one (`member` null), or gives them a passphrase. */
export function ToBeConfirmed(props: {
  member: Member | null;
  members: readonly Member[];
  status: KioskStatus;
}): ReactNode {
  const { member, members, status } = props;
  const own = status.staff?.name;
  const names = whoCanConfirm(members, (each) => each.name === own || each.member === member?.member);
  const nameList = listInWords(names);
  const isOnly = members.filter(({ role }) => role === 'supervisor').length === 1;
  return (
    <div className={styles.note} data-to-be-confirmed={names.length}>
      <p>
        <Trans comment="Below the passphrase that a supervisor gives another one.">
          They can work as a supervisor at once. But until they’re confirmed they can’t act as one of two, nor
          add, remove, or reset supervisors.
        </Trans>
      </p>
      {names.length > 0 ? (
        <p>
          <Trans comment="{nameList} is a list of supervisors’ names, none of whom is the one who reads this.">
            A supervisor other than you must confirm them here. Who can: {nameList}.
          </Trans>
        </p>
      ) : isOnly && member === null ? (
        <p>
          <Trans comment="To the only supervisor of a kiosk, who adds a second one. The version is that of the kiosk’s program.">
            You’re the only supervisor. If an earlier version left this kiosk with one, the new one needs no
            confirmation, only a passphrase of their own.
          </Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans comment="To a supervisor who is about to add another one, or to give them a new passphrase.">
              Nobody other than you could confirm them now.
            </Trans>
          </p>
          <p>{wayOutInWords(status)}</p>
        </>
      )}
    </div>
  );
}
