import type { MemberId } from '../../../shared/contract/ids.ts';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type WrappedDeviceKey, wrapDeviceKey } from '../custody/device-key.ts';
import type { Database } from '../database/open-database.ts';
import { type CannotConfirm, confirmSupervisor } from './confirm-supervisor.ts';
import type { MemberRow, MemberRows } from './member-rows.ts';
import { type Newcomer, prepareMember, type UnusableMember } from './new-member.ts';
import { newPassphrase, type WeakPassphrase } from './new-passphrase.ts';
import { isConfirmed } from './second-person.ts';
import type { Attempts } from './sign-in-attempts.ts';
import type { RecordStaffEvent, StaffEvent } from './staff-event.ts';

export type NewcomerFailure = UnusableMember | { readonly kind: 'name-taken' };

type Changed<Failure> = Result<null, Failure>;
type NoSuchMember = { readonly kind: 'no-such-member' };
type NotAllowed = { readonly kind: 'not-allowed' };
type NotConfirmed = { readonly kind: 'not-confirmed' };

/**
 * Acts on the list of staff. `by`: the supervisor who answers for it. Each is in the ledger, or not done. Who the supervisors are,
 * only those choose who are confirmed themselves (`not-confirmed`): by one whom they have made, somebody would confirm the next one
 * they make.
 */
export interface Members {
  list(): readonly Member[];
  add(by: MemberId, newcomer: Newcomer): Promise<Changed<NewcomerFailure | NotConfirmed>>;
  /** `keep`: whoever is at the kiosk; nobody takes away their own place or that of the person in front of it. */
  remove(
    by: MemberId,
    member: MemberId,
    keep: MemberId | null,
  ): Changed<
    | NoSuchMember
    | NotAllowed
    | NotConfirmed
    | { readonly kind: 'last-supervisor' }
    | { readonly kind: 'last-two-supervisors' }
  >;
  /** Somebody else's only: one's own is changed by typing the present one. Also ends a lock-out. */
  reset(
    by: MemberId,
    member: MemberId,
    passphrase: string,
  ): Promise<Changed<NoSuchMember | NotAllowed | NotConfirmed | WeakPassphrase>>;
  /** `by`: whose passphrase was typed for it. */
  confirm(by: MemberId, member: MemberId): Changed<CannotConfirm>;
  /** The passphrase that a member chose for themselves. */
  rewrapOwn(member: MemberRow, wrapped: WrappedDeviceKey): Changed<never>;
  /** Forgives wrong passphrases. Nothing to forgive: nothing is done. */
  letInAgain(by: MemberId, member: MemberId): Changed<NoSuchMember>;
}

export interface MembersParts {
  readonly database: Database;
  readonly rows: MemberRows;
  readonly attempts: Attempts;
  readonly record: RecordStaffEvent;
  /** The kiosk's device key, lent; somebody is signed in, so it is there. */
  deviceKey(): Uint8Array | null;
  kioskName(): string | null;
  /** A supervisor is taken off the staff, in the same transaction: they may know what others must not. */
  supervisorLeft(member: MemberId): void;
  /** How many supervisors nobody has to confirm who are added next, by the ledger: see `placesLeft`. */
  placesLeft(): number;
}

export function createMembers({ database, rows, attempts, record, ...parts }: MembersParts): Members {
  type Act = Extract<StaffEvent, { kind: 'staff-changed' }>['act'];

  const isConfirmedMember = (member: MemberId): boolean => {
    const row = rows.byIdentifier(member);
    return row !== null && isConfirmed(row);
  };

  /** Changes the vault and records it: both or nothing. */
  function change(
    act: Act,
    by: MemberId,
    { identifier: member, role }: Pick<MemberRow, 'identifier' | 'role'>,
    write: () => void,
  ): Changed<never> {
    database.transaction(() => {
      write();
      record({ kind: 'staff-changed', by, member, act, role });
    })();
    return ok(null);
  }

  function deviceKey(): Uint8Array {
    const key = parts.deviceKey();
    if (key === null) throw new Error('somebody is signed in, and the device key is not there');
    return key;
  }

  return {
    list: () =>
      rows.all().map((row) => ({
        member: row.identifier,
        name: row.name,
        role: row.role,
        lockedOutMinutes: attempts.lockedOutMinutes(row.identifier),
        mustChange: row.must_change === 1,
        unconfirmed: row.given_by === null ? null : { givenBy: row.given_by },
      })),
    async add(by, newcomer) {
      const isSupervisor = newcomer.role === 'supervisor';
      if (isSupervisor && !isConfirmedMember(by)) return err({ kind: 'not-confirmed' });
      if (rows.byName(newcomer.name) !== null) return err({ kind: 'name-taken' });
      const prepared = await prepareMember(newcomer, deviceKey(), parts.kioskName());
      if (!prepared.ok) return prepared;
      const givenBy = isSupervisor && parts.placesLeft() === 0 ? by : null;
      return change('added', by, prepared.value, () =>
        rows.insert(prepared.value, { mustChange: true, givenBy }),
      );
    },
    remove(by, member, keep) {
      const row = rows.byIdentifier(member);
      if (row === null) return err({ kind: 'no-such-member' });
      const supervisors = rows.all().filter(({ role }) => role === 'supervisor');
      if (row.role === 'supervisor' && supervisors.length === 1) return err({ kind: 'last-supervisor' });
      if (member === by || member === keep) return err({ kind: 'not-allowed' });
      if (row.role === 'supervisor' && !isConfirmedMember(by)) return err({ kind: 'not-confirmed' });
      // Also where nobody has confirmed them: with them recovery codes may end, and beside a single one nobody is ever confirmed.
      const staying = supervisors.filter((each) => isConfirmed(each) && each.identifier !== member);
      if (row.role === 'supervisor' && staying.length < 2) return err({ kind: 'last-two-supervisors' });
      return change('removed', by, row, () => {
        rows.remove(member);
        attempts.forgive(member);
        if (row.role === 'supervisor') parts.supervisorLeft(member);
      });
    },
    async reset(by, member, typed) {
      const row = rows.byIdentifier(member);
      if (row === null) return err({ kind: 'no-such-member' });
      if (member === by) return err({ kind: 'not-allowed' });
      const isSupervisor = row.role === 'supervisor';
      if (isSupervisor && !isConfirmedMember(by)) return err({ kind: 'not-confirmed' });
      const passphrase = await newPassphrase(typed, [row.name, parts.kioskName()]);
      if (!passphrase.ok) return passphrase;
      const wrapped = await wrapDeviceKey(deviceKey(), passphrase.value, row);
      return change('passphrase-reset', by, row, () => {
        rows.rewrap(member, wrapped, { mustChange: true, givenBy: isSupervisor ? by : null });
        attempts.forgive(member);
      });
    },
    rewrapOwn: (member, wrapped) =>
      change('passphrase-changed', member.identifier, member, () =>
        rows.rewrap(member.identifier, wrapped, { mustChange: false, givenBy: member.given_by }),
      ),
    confirm: (by, member) => confirmSupervisor({ database, rows, record }, by, member),
    letInAgain(by, member) {
      const row = rows.byIdentifier(member);
      if (row === null) return err({ kind: 'no-such-member' });
      if (!attempts.any(member)) return ok(null);
      return change('let-in-again', by, row, () => attempts.forgive(member));
    },
  };
}
