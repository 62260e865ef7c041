import type { Answer, Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Result } from '../../../shared/result.ts';
import type { Actor } from '../staff/actor.ts';
import type { Credentials, OnDeviceKey } from '../staff/passphrase-acts.ts';
import type { Refused } from '../staff/sign-in-attempts.ts';
import { unlockWith } from '../staff/staff-acts.ts';

type HoldFormCalls = Pick<Handlers<typeof keeperCalls>, 'setHoldByPassphrase'>;

/** What setting a hold without signing in needs of the kiosk. */
export interface HoldFormPort {
  readonly staff: {
    vouchForHold(by: Credentials, onDeviceKey: OnDeviceKey): Promise<Result<Actor, Refused>>;
  };
  /** The keys of what is kept are sealed under the device key, which nobody may have brought yet. */
  readonly keysAtSignIn: { unlock(deviceKey: Uint8Array): void };
  setHold(by: Actor, asked: InputOf<typeof keeperCalls, 'setHold'>): Answer<Record<string, never>>;
}

/** A legal hold on everything by a supervisor's passphrase, where they are not signed in or are locked out. */
export function holdFormCalls({ staff, keysAtSignIn, setHold }: HoldFormPort): HoldFormCalls {
  return {
    async setHoldByPassphrase({ reason, ...credentials }) {
      const by = await staff.vouchForHold(credentials, unlockWith(keysAtSignIn));
      return by.ok ? setHold(by.value, { reason, tickets: null }) : by;
    },
  };
}
