import { randomInt } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { ok } from '../../../shared/result.ts';

type PassphraseCalls = Pick<Handlers<typeof screenCalls>, 'suggestPassphrase' | 'judgePassphrase'>;

/** Each drawn evenly and independently: 4 × log2(6254) = 50.4 bits. */
const SUGGESTED_WORDS = 4;

/**
 * Help with choosing a passphrase. Word lists are loaded at the first call: they are larger than the rest of
 * this program, and a start screen needs none.
 */
export function passphraseCalls(): PassphraseCalls {
  return {
    async suggestPassphrase() {
      const { suggestedWords } = await import('./suggested-words.ts');
      const drawn = Array.from(
        { length: SUGGESTED_WORDS },
        () => suggestedWords[randomInt(suggestedWords.length)],
      );
      return ok({ passphrase: drawn.join(' ') });
    },
    async judgePassphrase({ passphrase, names }) {
      const { passphraseStrength } = await import('../../../shared/staff/passphrase-strength.ts');
      return ok({ strength: passphraseStrength(passphrase, names) });
    },
  };
}
