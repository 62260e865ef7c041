import { err, type Result } from '../../../shared/result.ts';
import { staffNameKey } from '../../../shared/staff/staff-name.ts';
import { createDeviceKey } from '../custody/device-key.ts';
import type { Database } from '../database/open-database.ts';
import type { MemberRows, NewMember } from './member-rows.ts';
import type { NewcomerFailure } from './members.ts';
import { prepareMember } from './new-member.ts';
import type { Credentials, OnDeviceKey } from './passphrase-acts.ts';
import type { RecordStaffEvent } from './staff-event.ts';

export interface FirstMembers {
  readonly kioskName: string;
  readonly supervisor: Credentials;
  readonly clerk: Credentials;
}

export interface FirstMembersParts {
  readonly database: Database;
  readonly rows: MemberRows;
  readonly record: RecordStaffEvent;
}

/** `not-now`: somebody works here already. */
export type SetUpFailure = NewcomerFailure | { readonly kind: 'not-now' };

/**
 * Makes the device key and the first two members, and runs `writeKiosk` in the same transaction. Lends the key
 * once it is all written. Answers the supervisor.
 */
export async function setUpMembers(
  { database, rows, record }: FirstMembersParts,
  { kioskName, supervisor, clerk }: FirstMembers,
  writeKiosk: () => void,
  onDeviceKey: OnDeviceKey,
): Promise<Result<NewMember, SetUpFailure>> {
  if (rows.all().length > 0) return err({ kind: 'not-now' });
  if (staffNameKey(supervisor.name) === staffNameKey(clerk.name)) return err({ kind: 'name-taken' });
  const deviceKey = createDeviceKey();
  try {
    const first = await prepareMember({ ...supervisor, role: 'supervisor' }, deviceKey, kioskName);
    if (!first.ok) return first;
    const second = await prepareMember({ ...clerk, role: 'clerk' }, deviceKey, kioskName);
    if (!second.ok) return second;
    database.transaction(() => {
      writeKiosk();
      for (const { value } of [first, second]) {
        // The two stand at the kiosk together, and each types their own.
        rows.insert(value, false);
        const { identifier: member, role } = value;
        record({ kind: 'staff-changed', by: first.value.identifier, member, act: 'added', role });
      }
    })();
    onDeviceKey(deviceKey);
    return first;
  } finally {
    deviceKey.fill(0);
  }
}
