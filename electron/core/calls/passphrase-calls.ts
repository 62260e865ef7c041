import { randomInt } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { ok } from '../../../shared/result.ts';

type PassphraseCalls = Pick<Handlers<typeof screenCalls>, 'suggestPassphrase' | 'judgePassphrase'>;

/**
 * Four words of the EFF's long list of 7,776 (the diceware list of zxcvbn's own dictionaries), each drawn
 * evenly and independently: 4 × log2(7776) = 51.7 bits.
 */
const SUGGESTED_WORDS = 4;

/**
 * Help with choosing a passphrase. Word lists are loaded at the first call: they are larger than the rest of
 * this program, and a start screen needs none.
 */
export function passphraseCalls(): PassphraseCalls {
  return {
    async suggestPassphrase() {
      const { dictionary } = await import('@zxcvbn-ts/language-common');
      const words = dictionary['diceware-common'];
      const drawn = Array.from({ length: SUGGESTED_WORDS }, () => words[randomInt(words.length)]);
      return ok({ passphrase: drawn.join(' ') });
    },
    async judgePassphrase({ passphrase, names }) {
      const { passphraseStrength } = await import('../../../shared/staff/passphrase-strength.ts');
      return ok({ strength: passphraseStrength(passphrase, names) });
    },
  };
}
