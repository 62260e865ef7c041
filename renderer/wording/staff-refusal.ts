import { plural, t } from '@lingui/core/macro';
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
      | 'last-supervisor'
      | 'no-such-member';
  }
>;

function waitInWords(seconds: number): string {
  return plural(seconds, { one: 'Wait # second, then try again.', other: 'Wait # seconds, then try again.' });
}

/** Why somebody is not let in, or does not get the name, the passphrase or the place they want. */
export function staffRefusalInWords(refusal: StaffRefusal): string {
  switch (refusal.kind) {
    case 'wrong-passphrase': {
      const wait = refusal.waitSeconds > 0 ? ` ${waitInWords(refusal.waitSeconds)}` : '';
      return t`The name and the passphrase do not belong together.` + wait;
    }
    case 'too-many-attempts': {
      const wait = waitInWords(refusal.waitSeconds);
      return t`Too many wrong passphrases. ${wait}`;
    }
    case 'locked-out': {
      const minutes = plural(refusal.waitMinutes, { one: 'For # minute', other: 'For # minutes' });
      return t`Too many wrong passphrases for this name. ${minutes} nobody can sign in with it. A supervisor can let you in again.`;
    }
    case 'weak-passphrase':
      return t`This passphrase is too easy to guess. Please take four words that have nothing to do with each other, or let the kiosk suggest them.`;
    case 'unusable-name':
      return t`A name cannot be written like this. Please use letters, at most 60.`;
    case 'name-taken':
      return t`Somebody here has this name already. Please add something that tells them apart.`;
    case 'not-a-second-person':
      return t`This takes a supervisor who is not the person signed in. Please choose another name.`;
    case 'last-supervisor':
      return t`This is the only supervisor. Please add another one first: nobody could run the kiosk.`;
    case 'no-such-member':
      return t`This person no longer works at this kiosk.`;
    default:
      return unreachable(refusal);
  }
}
