import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { ok } from '../../../shared/result.ts';

type PassphraseCalls = Pick<Handlers<typeof screenCalls>, 'suggestPassphrase' | 'judgePassphrase'>;

/**
 * Help with choosing a passphrase. Word lists are loaded at the first call: they are larger than the rest of
 * this program, and a start screen needs none.
 */
export function passphraseCalls(): PassphraseCalls {
  return {
    async suggestPassphrase() {
      const { suggestPassphrase } = await import('./suggest-passphrase.ts');
      return ok({ passphrase: suggestPassphrase() });
    },
    async judgePassphrase({ passphrase, names }) {
      const { passphraseStrength } = await import('../../../shared/staff/passphrase-strength.ts');
      return ok({ strength: passphraseStrength(passphrase, names) });
    },
  };
}
