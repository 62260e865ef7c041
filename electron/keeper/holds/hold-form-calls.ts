import type { Answer, Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Result } from '../../../shared/result.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import type { Actor } from '../staff/actor.ts';
import type { Credentials, OnDeviceKey } from '../staff/passphrase-acts.ts';
import type { Refused } from '../staff/sign-in-attempts.ts';

type HoldFormCalls = Pick<Handlers<typeof keeperCalls>, 'setHoldByPassphrase'>;

/** What setting a hold without signing in needs of the kiosk. */
export interface HoldFormPort {
  readonly staff: {
    vouchForHold(by: Credentials, onDeviceKey: OnDeviceKey): Promise<Result<Actor, Refused>>;
  };
  /** The keys of what is kept are sealed under the device key, which nobody may have brought yet. */
  readonly keysAtSignIn: { unlock(deviceKey: Uint8Array): void };
  readonly outbox: { flush(): void };
  setHold(by: Actor, asked: InputOf<typeof keeperCalls, 'setHold'>): Answer<Record<string, never>>;
}

/** A legal hold on everything by a supervisor's passphrase, where they are not signed in or are locked out. */
export function holdFormCalls({ staff, keysAtSignIn, outbox, setHold }: HoldFormPort): HoldFormCalls {
  /** A disk that does not give keys back keeps nobody from setting a hold: it stands, and what is not open is sealed already. */
  function unlock(deviceKey: Uint8Array): void {
    try {
      keysAtSignIn.unlock(deviceKey);
    } catch (error) {
      if (asDiskRefusal(error) === null) throw error;
    }
  }

  return {
    async setHoldByPassphrase({ reason, ...credentials }) {
      const by = await staff.vouchForHold(credentials, unlock);
      if (!by.ok) return by;
      // What waited for a key is older than this hold, and is told so.
      outbox.flush();
      return setHold(by.value, { reason, tickets: null });
    },
  };
}
