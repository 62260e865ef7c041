import { createKeyAtRecovery, type KeyAtRecovery } from '../signing/key-at-recovery.ts';
import type { Services } from './services.ts';

/** What becomes of the key that signs where two people use recovery codes, with all that codes may leave behind nothing of. */
export function keyAtRecoveryOf(services: Services): KeyAtRecovery {
  const { vault, custody, holds } = services;
  return createKeyAtRecovery({
    ...services,
    isAnythingKept: () =>
      vault.allIds().length > 0 || custody.applications().length > 0 || holds.all().length > 0,
  });
}
