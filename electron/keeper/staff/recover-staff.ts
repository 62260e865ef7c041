import { err, ok, type Result } from '../../../shared/result.ts';
import { staffNameKey } from '../../../shared/staff/staff-name.ts';
import { createDeviceKey } from '../custody/device-key.ts';
import type { Database } from '../database/open-database.ts';
import type { MemberRows } from './member-rows.ts';
import type { NewcomerFailure } from './members.ts';
import { prepareMember } from './new-member.ts';
import type { Credentials } from './passphrase-acts.ts';
import type { SignedIn } from './sign-in-and-idle-lock.ts';
import type { Attempts, Refused } from './sign-in-attempts.ts';
import type { RecordStaffEvent } from './staff-event.ts';

export type TwoPeople = readonly [Credentials, Credentials];

/** Why recovery codes do not work now, whatever they are. */
export type CodesUnusable = {
  readonly kind: 'not-now' | 'applications-open' | 'recovery-under-hold' | 'recovery-with-misfit';
};

type CodesRefused =
  | { readonly kind: 'wrong-recovery-codes'; readonly waitSeconds: number }
  | { readonly kind: 'too-many-recovery-codes'; readonly waitSeconds: number };

/** `not-written`: a key that is there could not be overwritten. Nothing was changed but others of them. */
export type RecoveryFailure =
  | NewcomerFailure
  | CodesUnusable
  | CodesRefused
  | { readonly kind: 'not-written' };

/** The codes that two people typed. */
export interface CodesOfTwo {
  /** Null: they are looked at. */
  unusable(): CodesUnusable | null;
  areRight(): Promise<boolean>;
  /** Before anything is written: a crash in between leaves applications without a key. False: one is still there. */
  destroyKeys(): boolean;
  /** Inside the transaction that writes the new staff: both end, and so does the device key in memory. */
  end(): void;
  /** After it: lends the new device key, which is zeroed when this returns. */
  lend(deviceKey: Buffer): void;
}

export interface RecoveryParts {
  readonly database: Database;
  readonly rows: MemberRows;
  readonly attempts: Attempts;
  readonly record: RecordStaffEvent;
  kioskName(): string | null;
  signedIn(): SignedIn | null;
}

/**
 * Two people with a recovery code each become the supervisors of a kiosk without applications. They get a device key of
 * their own making: whatever was sealed under the old one, on this disk or on a copy of it, does not open for them. So
 * everybody who worked here leaves, for their passphrases open nothing but the old one.
 *
 * Names and passphrases are judged first, which says nothing of the codes; then the attempt is counted, and only then
 * are both codes looked at. To be run one after the other, like everything that passphrases do.
 * @throws SQLite's error when the disk takes no count or no staff; then all is as before.
 */
export async function recoverStaff(
  { database, rows, attempts, record, kioskName, signedIn }: RecoveryParts,
  [one, other]: TwoPeople,
  codes: CodesOfTwo,
): Promise<Result<null, RecoveryFailure>> {
  if (signedIn() !== null) return err({ kind: 'not-now' });
  const unusable = codes.unusable();
  if (unusable !== null) return err(unusable);
  const waits = attempts.refusal('recovery-codes');
  if (waits !== null) return err(asRecoveryRefusal(waits));
  if (staffNameKey(one.name) === staffNameKey(other.name)) return err({ kind: 'name-taken' });
  const deviceKey = createDeviceKey();
  try {
    const first = await prepareMember({ ...one, role: 'supervisor' }, deviceKey, kioskName());
    if (!first.ok) return first;
    const second = await prepareMember({ ...other, role: 'supervisor' }, deviceKey, kioskName());
    if (!second.ok) return second;
    const charge = attempts.charge('recovery-codes');
    if (!(await codes.areRight())) {
      const recordLockOut = (): void => record({ kind: 'locked-out', member: null, role: 'recovery-codes' });
      return err(asRecoveryRefusal(attempts.wrong(charge, recordLockOut)));
    }
    if (!codes.destroyKeys()) return err({ kind: 'not-written' });
    database.transaction(() => {
      rows.removeAll();
      // Each typed their own, and a code of their own.
      for (const { value } of [first, second]) rows.insert(value, { mustChange: false, givenBy: null });
      attempts.forgiveAll();
      const [by, secondId] = [first.value.identifier, second.value.identifier];
      record({ kind: 'recovery-codes-used', by, second: secondId });
      codes.end();
    })();
    codes.lend(deviceKey);
    return ok(null);
  } finally {
    deviceKey.fill(0);
  }
}

/** Nobody can end a lock-out of recovery codes, so it is only a longer wait. */
function asRecoveryRefusal(refused: Refused): CodesRefused {
  switch (refused.kind) {
    case 'wrong-passphrase':
      return { kind: 'wrong-recovery-codes', waitSeconds: refused.waitSeconds };
    case 'too-many-attempts':
      return { kind: 'too-many-recovery-codes', waitSeconds: refused.waitSeconds };
    case 'locked-out':
      return { kind: 'too-many-recovery-codes', waitSeconds: refused.waitMinutes * 60 };
  }
}
