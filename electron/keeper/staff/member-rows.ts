import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import { type MemberId, memberId } from '../../../shared/contract/ids.ts';
import { staffRole } from '../../../shared/contract/status.ts';
import { staffNameKey } from '../../../shared/staff/staff-name.ts';
import type { WrappedDeviceKey } from '../custody/device-key.ts';
import type { Database } from '../database/open-database.ts';
import { rewriteRows } from '../vault/rewrite-rows.ts';

const memberRow = z.object({
  identifier: memberId,
  name: z.string(),
  role: staffRole,
  salt: bytes,
  sealed_device_key: bytes,
  must_change: z.union([z.literal(0), z.literal(1)]),
  given_by: memberId.nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;

/** What is new about a new member. */
export interface NewMember {
  readonly identifier: MemberId;
  readonly name: string;
  readonly role: MemberRow['role'];
  readonly wrapped: WrappedDeviceKey;
}

/** Whose choice a passphrase was. */
interface PassphraseOrigin {
  /** Somebody else chose it and knows it. */
  readonly mustChange: boolean;
  /** Who gave it to a supervisor whom another one has still to confirm; null: nobody has to. */
  readonly givenBy: MemberId | null;
}

/** Who works here, as the vault keeps them. */
export interface MemberRows {
  /** In the order of their names. */
  all(): readonly MemberRow[];
  byIdentifier(member: MemberId): MemberRow | null;
  /** However the name was typed: see `staffNameKey`. */
  byName(typed: string): MemberRow | null;
  insert(member: NewMember, chosen: PassphraseOrigin): void;
  /** Puts another passphrase's wrapping in the place of the present one. Inside the caller's transaction. */
  rewrap(member: MemberId, wrapped: WrappedDeviceKey, chosen: PassphraseOrigin): void;
  /** This supervisor is a second person from now on. Inside the caller's transaction. */
  confirm(member: MemberId): void;
  /** Inside the caller's transaction. */
  remove(member: MemberId): void;
  /** Everybody. Inside the caller's transaction. */
  removeAll(): void;
}

/** Everybody who works here, in the order of their names. */
export function membersIn(database: Database): readonly MemberRow[] {
  return z.array(memberRow).parse(database.prepare('SELECT * FROM staff ORDER BY name').all());
}

/** This supervisor has to be confirmed, by anybody but `givenBy`. Inside the caller's transaction. */
export function unconfirmMember(database: Database, member: MemberId, givenBy: MemberId): void {
  one(database.prepare('UPDATE staff SET given_by = ? WHERE identifier = ?').run(givenBy, member).changes);
}

/** Inside the caller's transaction. */
export function removeMember(database: Database, member: MemberId): void {
  one(database.prepare('DELETE FROM staff WHERE identifier = ?').run(member).changes);
  rewriteRows(database, ['staff']);
}

function one(changes: number): void {
  if (changes !== 1) throw new Error('the vault has no such member of staff');
}

/** The staff table of the vault. */
export function memberRowsOf(database: Database): MemberRows {
  const all = (): readonly MemberRow[] => membersIn(database);
  const find = (fits: (row: MemberRow) => boolean): MemberRow | null => all().find(fits) ?? null;
  return {
    all,
    byIdentifier: (member) => find(({ identifier }) => identifier === member),
    byName(typed) {
      const key = staffNameKey(typed);
      return find(({ name }) => staffNameKey(name) === key);
    },
    insert({ identifier, name, role, wrapped }, { mustChange, givenBy }) {
      database
        .prepare('INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(identifier, name, role, wrapped.salt, wrapped.sealed, mustChange ? 1 : 0, givenBy);
    },
    rewrap(member, wrapped, { mustChange, givenBy }) {
      one(
        database
          .prepare(
            'UPDATE staff SET salt = ?, sealed_device_key = ?, must_change = ?, given_by = ? WHERE identifier = ?',
          )
          .run(wrapped.salt, wrapped.sealed, mustChange ? 1 : 0, givenBy, member).changes,
      );
      rewriteRows(database, ['staff']);
    },
    confirm(member) {
      one(database.prepare('UPDATE staff SET given_by = NULL WHERE identifier = ?').run(member).changes);
    },
    remove: (member) => removeMember(database, member),
    removeAll() {
      // Without a condition: its pages are cleared, not its rows (rewrite-rows.ts).
      database.prepare('DELETE FROM staff').run();
    },
  };
}
