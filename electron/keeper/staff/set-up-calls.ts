import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, type Result } from '../../../shared/result.ts';
import { staffNameOf } from '../../../shared/staff/staff-name.ts';
import type { FirstMembers, SetUpFailure } from './first-members.ts';
import type { OnDeviceKey } from './passphrase-acts.ts';
import { type StaffActsPort, staffActs, unlockWith } from './staff-acts.ts';

type SetUpCalls = Pick<Handlers<typeof keeperCalls>, 'setUp'>;

/** What setting up needs of the kiosk. */
export interface SetUpPort extends StaffActsPort {
  readonly staff: {
    setUp(
      first: FirstMembers,
      writeKiosk: () => void,
      onDeviceKey: OnDeviceKey,
    ): Promise<Result<null, SetUpFailure>>;
  };
  readonly keysAtSignIn: { unlock(deviceKey: Uint8Array): void };
  /** Makes the kiosk, and what it needs first. */
  readonly kioskCreation: KioskCreation;
  /** Whose turn it is to set the kiosk up: `takeByHand` is false once a provisioning has come. `tell` ends a turn. */
  readonly setUpTurn: { takeByHand(): boolean; tell(): void };
}

/** Makes the kiosk's own row, and room for the first application. */
export interface KioskCreation {
  /** Inside the transaction that also writes its first members. */
  insertKiosk(name: string): void;
  /**
   * So that the first person is not kept waiting for it. The kiosk is set up whatever becomes of this: where there is
   * no room, intake says so, and makes it.
   */
  makeRoomAhead(): void;
}

/** The set-up of a kiosk. */
export function setUpCalls(port: SetUpPort): SetUpCalls {
  const { staff, keysAtSignIn, kioskCreation, setUpTurn } = port;
  const done = staffActs(port);
  return {
    async setUp({ kioskName: typed, ...people }) {
      // It stands on receipts and day sheets: the same characters as in a name, and no invisible ones.
      const kiosk = staffNameOf(typed);
      if (!kiosk.ok) return kiosk;
      const kioskName = kiosk.value;
      if (!setUpTurn.takeByHand()) return err({ kind: 'not-now' });
      try {
        const answer = await done(
          staff.setUp(
            { kioskName, ...people },
            () => kioskCreation.insertKiosk(kioskName),
            unlockWith(keysAtSignIn),
          ),
        );
        if (answer.ok) kioskCreation.makeRoomAhead();
        return answer;
      } finally {
        setUpTurn.tell();
      }
    },
  };
}
