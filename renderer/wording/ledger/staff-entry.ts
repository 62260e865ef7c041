import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { unreachable } from '../../../shared/result.ts';
import { roleInWords } from '../role.ts';
import type { NameOf } from './name-of.ts';

/** An entry about who works here. */
type StaffEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'staff-changed'
      | 'locked-out'
      | 'supervisor-confirmed'
      | 'recovery-decided'
      | 'recovery-made'
      | 'recovery-codes-used';
  }
>;
type StaffChanged = Extract<StaffEntry, { readonly kind: 'staff-changed' }>;
type LockedOut = Extract<StaffEntry, { readonly kind: 'locked-out' }>;

function changeInWords(entry: StaffChanged, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  const member = nameOf(entry.member);
  const role = roleInWords(entry.role);
  switch (entry.act) {
    case 'added':
      // A set-up by the program’s own folder: nobody at the kiosk did it.
      if (entry.by === NOBODY)
        return t({
          message: `${member} has been on the staff since this kiosk was set up by its provisioning. Role: ${role}.`,
          comment:
            'Ledger entry. {member} is a person; no one at the kiosk added them. A provisioning is a signed folder from the program’s office, with settings and the first staff. {role} is “Clerk”, “Supervisor” or “IT staff”.',
        });
      return t({
        message: `${name} added ${member} to the staff. Role: ${role}.`,
        comment:
          'Ledger entry. {name} is a supervisor, {member} the person added, {role} is “Clerk”, “Supervisor” or “IT staff”.',
      });
    case 'removed':
      return t({
        message: `${name} removed ${member} from the staff. Role: ${role}.`,
        comment:
          'Ledger entry. {name} is a supervisor, {member} the person removed, {role} is “Clerk”, “Supervisor” or “IT staff”.',
      });
    case 'passphrase-changed':
      return t({
        message: `${member} chose a new passphrase. Role: ${role}.`,
        comment:
          'Ledger entry. {member} is a member of staff, {role} is “Clerk”, “Supervisor” or “IT staff”.',
      });
    case 'passphrase-reset':
      return t({
        message: `${name} gave ${member} a new passphrase. Role: ${role}.`,
        comment:
          'Ledger entry. {name} is a supervisor, {member} another person, whose {role} is “Clerk”, “Supervisor” or “IT staff”.',
      });
    case 'let-in-again':
      return t({
        message: `${name} unlocked sign-in for ${member}. Role: ${role}.`,
        comment:
          'Ledger entry. {name} is a supervisor, {member} the person let in again, {role} is “Clerk”, “Supervisor” or “IT staff”.',
      });
    default:
      return unreachable(entry.act);
  }
}

/** A name that nobody here has is not in the ledger. */
function lockOutInWords({ role, member }: LockedOut, nameOf: NameOf): string {
  if (role === 'nobody') return t`Too many wrong passphrases for names that no one here has.`;
  if (role === 'recovery-codes')
    return t({
      message: 'Too many wrong recovery codes. The kiosk stopped taking them for a while.',
      comment: 'Ledger entry. Recovery codes are on paper, for a lost passphrase.',
    });
  const name = nameOf(member);
  return t({
    message: `Too many wrong passphrases for ${name}. Sign-in was locked.`,
    comment: 'Ledger entry. {name} is a member of staff.',
  });
}

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function staffKindInWords(kind: StaffEntry['kind']): string {
  switch (kind) {
    case 'staff-changed':
      return t({
        message: 'Staff changed',
        comment: 'Title of a ledger entry: someone was added, removed, or got a new passphrase.',
      });
    case 'locked-out':
      return t({
        message: 'Sign-in locked',
        comment: 'Title of a ledger entry: too many wrong passphrases for one name.',
      });
    case 'supervisor-confirmed':
      return t({
        message: 'Supervisor confirmed',
        comment:
          'Title of a ledger entry: one supervisor confirmed another, who counts from then on where an act takes two people.',
      });
    case 'recovery-made':
      return t({
        message: 'Recovery codes made',
        comment: 'Title of a ledger entry: two supervisors made codes on paper for a lost passphrase.',
      });
    case 'recovery-decided':
      return t({
        message: 'Recovery codes decided',
        comment:
          'Title of a ledger entry: a supervisor decided whether there are codes on paper for a lost passphrase.',
      });
    case 'recovery-codes-used':
      return t({
        message: 'Recovery codes used',
        comment: 'Title of a ledger entry: two people used the codes on paper and became the supervisors.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry about staff says, in sentences. */
export function staffEntryInWords(entry: StaffEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'staff-changed':
      return [changeInWords(entry, nameOf)];
    case 'locked-out':
      return [lockOutInWords(entry, nameOf)];
    case 'recovery-decided': {
      const name = nameOf(entry.by);
      return [
        entry.codes === 'made'
          ? t({
              message: `${name} made two recovery codes. Earlier ones ended.`,
              comment:
                'Ledger entry. {name} is a supervisor. Recovery codes are on paper, for a lost passphrase.',
            })
          : t({
              message: `${name} decided that this kiosk has no recovery codes.`,
              comment: 'Ledger entry. {name} is a supervisor.',
            }),
      ];
    }
    case 'supervisor-confirmed': {
      const name = nameOf(entry.by);
      const member = nameOf(entry.member);
      return [
        t({
          message: `${name} confirmed ${member}, who can approve as a second supervisor from then on.`,
          comment: 'Ledger entry. {name} and {member} are two supervisors.',
        }),
      ];
    }
    case 'recovery-made': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      return [
        t({
          message: `${name} and ${second} made two recovery codes. Earlier ones ended.`,
          comment:
            'Ledger entry. {name} and {second} are two supervisors. Recovery codes are on paper, for a lost passphrase.',
        }),
      ];
    }
    case 'recovery-codes-used': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      return [
        t({
          message: `${name} and ${second} used both recovery codes and became the new supervisors.`,
          comment:
            'Ledger entry. {name} and {second} are two people. Recovery codes are on paper, for a lost passphrase.',
        }),
        t`Everyone who worked here before left the staff.`,
      ];
    }
    default:
      return unreachable(entry);
  }
}
