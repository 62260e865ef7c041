import type { MemberRow } from './member-rows.ts';

/** What of a member says whether they are a person of their own. */
type Standing = Pick<MemberRow, 'role' | 'must_change' | 'given_by'>;

/** A supervisor whom nobody has to confirm: one of the first two, of those who used recovery codes, or confirmed since. */
export function isConfirmed({ role, given_by: givenBy }: Standing): boolean {
  return role === 'supervisor' && givenBy === null;
}

/**
 * A supervisor who counts where an act takes two: confirmed, and with a passphrase that nobody else has chosen. Who is made, or
 * given a passphrase, by one supervisor alone could be that one once more.
 */
export function countsAsPerson(member: Standing): boolean {
  return isConfirmed(member) && member.must_change === 0;
}
