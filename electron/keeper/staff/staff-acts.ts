import type { Answer } from '../../../shared/contract/declare.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { OnDeviceKey } from './passphrase-acts.ts';

/** Who hears of what staff have done. */
export interface StaffActsPort {
  readonly outbox: { flush(): void };
  readonly screens: { refresh(): void };
}

/** Answers an act of staff. Whatever came of it, everybody is told, and the ledger gets what is pending. */
export function staffActs({ outbox, screens }: StaffActsPort) {
  return async (act: Promise<Result<unknown, Refusal>>): Promise<Answer<Record<string, never>>> => {
    try {
      const outcome = await act;
      return outcome.ok ? ok({}) : outcome;
    } finally {
      outbox.flush();
      screens.refresh();
    }
  };
}

/** Opens what was sealed under the device key that somebody's passphrase opened: see `KeysAtSignIn`. */
export function unlockWith(keysAtSignIn: { unlock(deviceKey: Uint8Array): void }): OnDeviceKey {
  return (deviceKey) => keysAtSignIn.unlock(deviceKey);
}
