import type { MemberId } from '../../../shared/contract/ids.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';

/** What the ledger has of staff: who did what to whom, by their random identifiers. */
export type StaffEvent =
  | {
      readonly kind: 'staff-changed';
      readonly by: MemberId;
      readonly member: MemberId;
      readonly act: 'added' | 'removed' | 'passphrase-changed' | 'passphrase-reset' | 'let-in-again';
      readonly role: StaffRole;
    }
  /** `null`: names that nobody here has, or recovery codes. */
  | {
      readonly kind: 'locked-out';
      readonly member: MemberId | null;
      readonly role: StaffRole | 'nobody' | 'recovery-codes';
    }
  /** This supervisor counts as a second person from now on. */
  | { readonly kind: 'supervisor-confirmed'; readonly by: MemberId; readonly member: MemberId }
  /** Two new supervisors in the place of everybody. */
  | { readonly kind: 'recovery-codes-used'; readonly by: MemberId; readonly second: MemberId };

/**
 * Makes the event's ledger entry pending. It is called inside the vault's transaction, so that the act and its entry
 * are written together or not at all.
 */
export type RecordStaffEvent = (event: StaffEvent) => void;
