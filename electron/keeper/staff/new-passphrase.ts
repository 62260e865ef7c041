import { err, ok, type Result } from '../../../shared/result.ts';
import { NEEDED_STRENGTH, passphraseOf } from '../../../shared/staff/passphrase.ts';

export interface WeakPassphrase {
  readonly kind: 'weak-passphrase';
}

/**
 * A passphrase somebody chose, as it will be kept, if it is strong enough against whoever knows these names.
 * The dictionaries are loaded with the first one: on most days nobody chooses a passphrase.
 */
export async function newPassphrase(
  typed: string,
  names: readonly (string | null)[],
): Promise<Result<string, WeakPassphrase>> {
  const { passphraseStrength } = await import('../../../shared/staff/passphrase-strength.ts');
  const known = names.filter((name) => name !== null);
  return passphraseStrength(typed, known) < NEEDED_STRENGTH
    ? err({ kind: 'weak-passphrase' })
    : ok(passphraseOf(typed));
}
