import { memberId } from '../../../shared/contract/ids.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { staffNameKey } from '../../../shared/staff/staff-name.ts';
import { createDeviceKey } from '../custody/device-key.ts';
import type { Database } from '../database/open-database.ts';
import type { MemberRows, NewMember } from './member-rows.ts';
import type { NewcomerFailure } from './members.ts';
import { type Newcomer, prepareMember } from './new-member.ts';
import type { Credentials, OnDeviceKey } from './passphrase-acts.ts';
import type { RecordStaffEvent } from './staff-event.ts';

export interface FirstMembers {
  readonly kioskName: string;
  readonly supervisor: Credentials;
  readonly secondSupervisor: Credentials;
  readonly clerk: Credentials;
}

/** Who works at a kiosk from its first start on, as others decided. */
export interface StaffOfKiosk {
  readonly kioskName: string;
  readonly people: readonly Newcomer[];
}

export interface FirstMembersParts {
  readonly database: Database;
  readonly rows: MemberRows;
  readonly record: RecordStaffEvent;
}

/** `not-now`: somebody works here already. */
export type SetUpFailure = NewcomerFailure | { readonly kind: 'not-now' };

/** Who is a kiosk's first staff, and who chose their passphrases. */
type Chosen =
  /** They stand at the kiosk together, and each types their own. The first answers for all. */
  | 'by-themselves'
  /** Nobody stands there. */
  | 'by-others';

/**
 * Makes the device key and the first members, and runs `writeKiosk` in the same transaction. Lends the key
 * once it is all written. Answers the first supervisor. Both supervisors count as second persons: there is nobody yet who
 * could confirm one of them.
 */
export function setUpMembers(
  parts: FirstMembersParts,
  { kioskName, supervisor, secondSupervisor, clerk }: FirstMembers,
  writeKiosk: () => void,
  onDeviceKey: OnDeviceKey,
): Promise<Result<NewMember, SetUpFailure>> {
  const people = [
    { ...supervisor, role: 'supervisor' },
    { ...secondSupervisor, role: 'supervisor' },
    { ...clerk, role: 'clerk' },
  ] as const;
  return insertFirst(parts, { kioskName, people }, 'by-themselves', writeKiosk, onDeviceKey);
}

/** The same with as many as a provisioning brings. Each has to choose another passphrase, and nobody is lent the key. */
export async function setUpByOthers(
  parts: FirstMembersParts,
  staff: StaffOfKiosk,
  writeKiosk: () => void,
): Promise<Result<null, SetUpFailure>> {
  const done = await insertFirst(parts, staff, 'by-others', writeKiosk, () => undefined);
  return done.ok ? ok(null) : done;
}

async function insertFirst(
  { database, rows, record }: FirstMembersParts,
  { kioskName, people }: StaffOfKiosk,
  chosen: Chosen,
  writeKiosk: () => void,
  onDeviceKey: OnDeviceKey,
): Promise<Result<NewMember, SetUpFailure>> {
  if (rows.all().length > 0) return err({ kind: 'not-now' });
  if (new Set(people.map(({ name }) => staffNameKey(name))).size < people.length)
    return err({ kind: 'name-taken' });
  const deviceKey = createDeviceKey();
  try {
    const members: NewMember[] = [];
    for (const newcomer of people) {
      const prepared = await prepareMember(newcomer, deviceKey, kioskName);
      if (!prepared.ok) return prepared;
      members.push(prepared.value);
    }
    const [first] = members;
    if (first === undefined) throw new Error('nobody is to work here');
    const by = chosen === 'by-themselves' ? first.identifier : memberId.parse(NOBODY);
    database.transaction(() => {
      writeKiosk();
      for (const member of members) {
        rows.insert(member, { mustChange: chosen === 'by-others', givenBy: null });
        record({ kind: 'staff-changed', by, member: member.identifier, act: 'added', role: member.role });
      }
    })();
    onDeviceKey(deviceKey);
    return ok(first);
  } finally {
    deviceKey.fill(0);
  }
}
