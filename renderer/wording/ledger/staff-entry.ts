import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { roleInWords } from '../role.ts';
import type { NameOf } from './name-of.ts';

type StaffChanged = Extract<LedgerEntry, { readonly kind: 'staff-changed' }>;
type LockedOut = Extract<LedgerEntry, { readonly kind: 'locked-out' }>;

/** What a change of staff says, in one sentence. */
export function staffChangeInWords(entry: StaffChanged, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  const member = nameOf(entry.member);
  const role = roleInWords(entry.role);
  switch (entry.act) {
    case 'added':
      return t`${name} added ${member} to the staff. Role: ${role}.`;
    case 'removed':
      return t`${name} removed ${member} from the staff. Role: ${role}.`;
    case 'passphrase-changed':
      return t`${member} chose a new passphrase. Role: ${role}.`;
    case 'passphrase-reset':
      return t`${name} gave ${member} a new passphrase. Role: ${role}.`;
    case 'let-in-again':
      return t`${name} unlocked sign-in for ${member}. Role: ${role}.`;
    default:
      return unreachable(entry.act);
  }
}

/** Whose sign-in was locked. A name that nobody here has is not in the ledger. */
export function lockOutInWords({ role, member }: LockedOut, nameOf: NameOf): string {
  if (role === 'nobody') return t`Too many wrong passphrases for names that no one here has.`;
  const name = nameOf(member);
  return t`Too many wrong passphrases for ${name}. Sign-in was locked.`;
}
