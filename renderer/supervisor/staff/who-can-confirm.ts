import type { Member } from '../../../shared/contract/staff/staff-acts.ts';

/** Supervisors who could confirm somebody: they count themselves, and are none of these (the one in question, and who gave the passphrase). */
export function whoCanConfirm(
  members: readonly Member[],
  isExcepted: (member: Member) => boolean,
): readonly string[] {
  return members
    .filter((each) => each.role === 'supervisor' && each.unconfirmed === null && !each.mustChange)
    .filter((each) => !isExcepted(each))
    .map(({ name }) => name);
}
