import { randomInt } from 'node:crypto';
import { suggestedWords } from '../../electron/core/calls/suggested-words.ts';
import { NEEDED_STRENGTH } from '../../shared/staff/passphrase.ts';
import { passphraseStrength } from '../../shared/staff/passphrase-strength.ts';

/** As many as a kiosk suggests. */
const WORDS = 4;

/** A passphrase for the first sign-in of somebody, of random words, strong enough against whoever knows these names. */
export function firstPassphrase(names: readonly string[]): string {
  for (;;) {
    const words = Array.from({ length: WORDS }, () => suggestedWords[randomInt(suggestedWords.length)] ?? '');
    const passphrase = words.join(' ');
    // Four times the same word is as likely as any other four, and no kiosk takes it.
    if (passphraseStrength(passphrase, names) >= NEEDED_STRENGTH) return passphrase;
  }
}
