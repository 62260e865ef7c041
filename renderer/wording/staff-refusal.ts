import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

type StaffRefusal = Extract<
  Refusal,
  {
    kind:
      | 'wrong-passphrase'
      | 'too-many-attempts'
      | 'locked-out'
      | 'weak-passphrase'
      | 'unusable-name'
      | 'name-taken'
      | 'not-a-second-person'
      | 'not-confirmed'
      | 'last-supervisor'
      | 'last-two-supervisors'
      | 'not-theirs-to-confirm'
      | 'passphrase-not-chosen'
      | 'no-such-member';
  }
>;

/**
 * Why somebody is not let in, or does not get the name, the passphrase or the place they want. How long a wait is stands beside
 * it, counting down (`useWait`): a figure that stays would soon contradict that one.
 */
export function staffRefusalInWords(refusal: StaffRefusal): string {
  switch (refusal.kind) {
    case 'wrong-passphrase':
      return t`That name and passphrase don’t match.`;
    case 'too-many-attempts':
      return t({
        message: 'Too many wrong passphrases.',
        comment: 'Error when signing in. How long the wait is stands beside it, counting down.',
      });
    case 'locked-out':
      return t({
        message:
          'Too many wrong passphrases. Nobody can sign in with this name for now. A supervisor can unlock it sooner.',
        comment: 'Error when signing in. How long the wait is stands beside it, counting down.',
      });
    case 'weak-passphrase':
      return t`This passphrase is too easy to guess. Use four unrelated words, or let the kiosk suggest them.`;
    case 'unusable-name':
      return t`This name has a character that can’t be used. Clear the field and type the name again.`;
    case 'name-taken':
      return t`Someone here already has this name. Add an initial.`;
    case 'not-a-second-person':
      return t`They can’t approve this. Choose a supervisor other than the person signed in.`;
    case 'not-confirmed':
      return t({
        message:
          'This takes a confirmed supervisor, and you’re not confirmed yet. A confirmed supervisor who didn’t give you your passphrase can do that under Staff.',
        comment:
          'Error. A supervisor who was added has to be confirmed by another one. Staff is the name of a section.',
      });
    case 'last-two-supervisors':
      return t({
        message:
          'Two confirmed supervisors must stay besides this one. Add another one first, and have them confirmed. With only two supervisors, use the recovery codes instead.',
        comment:
          'Error when removing a supervisor where fewer than two others can act together. Recovery codes are on paper.',
      });
    case 'not-theirs-to-confirm':
      return t({
        message:
          'They can’t confirm this person. Choose a confirmed supervisor who didn’t add them or give them their passphrase.',
        comment:
          'Error when confirming a supervisor: whoever typed their passphrase is the wrong person for it.',
      });
    case 'passphrase-not-chosen':
      return t({
        message: 'This person hasn’t chosen their own passphrase yet. They must sign in once first.',
        comment: 'Error when confirming a supervisor.',
      });
    case 'last-supervisor':
      return t`This is the only supervisor. Add another one first. Otherwise nobody can run the kiosk.`;
    case 'no-such-member':
      return t`This person no longer works at this kiosk.`;
    default:
      return unreachable(refusal);
  }
}
