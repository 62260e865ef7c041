import { err, ok, type Result } from '../../../shared/result.ts';
import { passphraseOf } from '../../../shared/staff/passphrase.ts';
import { spendTime, unwrapDeviceKey } from '../custody/device-key.ts';
import type { MemberRow } from './member-rows.ts';
import type { Attempts, Counted, Refused } from './sign-in-attempts.ts';
import type { RecordStaffEvent } from './staff-event.ts';

/** Checks what somebody typed as their passphrase. */
export interface PassphraseCheck {
  /**
   * Right if it unwraps the device key, which `withKey` may use until it returns; it is zeroed then. `null`:
   * a name that nobody here has, refused like a wrong passphrase and after the same work. To be run one after
   * the other, or a hundred at once would pass the wait before the first was refused.
   * @throws SQLite's error when the disk takes no count: before the passphrase is looked at.
   */
  check<Value>(
    member: MemberRow | null,
    typed: string,
    withKey: (deviceKey: Uint8Array, member: MemberRow) => Value | Promise<Value>,
    instead?: InsteadOfOwn,
  ): Promise<Result<Value, Refused>>;
}

/** How an attempt counts that is not judged as this member's own. */
export interface InsteadOfOwn {
  /** As whose it counts and waits. */
  readonly counted: Counted;
  /** Asked once the passphrase is known: whom it keeps out is refused like a wrong passphrase, after the same work. */
  admits(member: MemberRow): boolean;
}

export function createPassphraseCheck(attempts: Attempts, record: RecordStaffEvent): PassphraseCheck {
  return {
    async check(member, typed, withKey, instead) {
      const counted = instead?.counted ?? member?.identifier ?? 'unknown-names';
      const refusal = attempts.refusal(counted);
      if (refusal !== null) return err(refusal);
      const charge = attempts.charge(counted);
      const deviceKey = await unwrap(member, passphraseOf(typed));
      const isKeptOut = member !== null && instead?.admits(member) === false;
      if (member === null || deviceKey === null || isKeptOut) {
        deviceKey?.fill(0);
        const role = member?.role ?? 'nobody';
        const recordLockOut = (): void =>
          record({ kind: 'locked-out', member: member?.identifier ?? null, role });
        return err(attempts.wrong(charge, recordLockOut));
      }
      try {
        attempts.forgive(counted);
        return ok(await withKey(deviceKey, member));
      } finally {
        deviceKey.fill(0);
      }
    },
  };
}

/** The device key, or null if the passphrase is not this member's in this role. */
async function unwrap(member: MemberRow | null, passphrase: string): Promise<Buffer | null> {
  if (member === null) {
    await spendTime(passphrase);
    return null;
  }
  const wrapped = { salt: member.salt, sealed: member.sealed_device_key };
  const unwrapped = await unwrapDeviceKey(wrapped, passphrase, member);
  return unwrapped.ok ? unwrapped.value : null;
}
