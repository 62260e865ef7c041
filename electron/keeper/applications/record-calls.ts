import { type ApplicationEvent, stateText } from '../../../shared/application/lifecycle.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { shownAfterAnswer } from '../printing/shown-after-answer.ts';
import type { Vault } from '../vault/vault.ts';
import { mayStore } from './may-store.ts';
import type { Occupant } from './occupants.ts';
import { applicationIn, moveOn, recordOf } from './open-record.ts';

type RecordCalls = Pick<
  Handlers<typeof keeperCalls>,
  'store' | 'storeFingerprints' | 'fingerprints' | 'move' | 'lookUpKey'
>;

/** What changing a record needs of the kiosk. */
export interface RecordPort {
  readonly vault: Vault;
  readonly time: { doubt(): unknown };
  readonly cardLookUp: { key(): Uint8Array };
  readonly screens: { refresh(): void };
  /** Tells the session all that is shown of its card. */
  tellPrint(application: ApplicationId): void;
}

/** The clerk's answer to the question whether a card came out. */
function isAboutCard(event: ApplicationEvent['kind']): boolean {
  return event === 'clerk-found-card' || event === 'clerk-found-no-card';
}

/** Reads and changes the record of the application that this session has open. */
export function recordCalls(port: RecordPort, occupant: Occupant): RecordCalls {
  const { vault, time, cardLookUp, screens, tellPrint } = port;
  return {
    store({ column, sealed }) {
      const application = applicationIn(occupant);
      if (!mayStore(column, recordOf(vault, application).state)) return err({ kind: 'not-now' });
      // A card carries the day it was made and the day it ends.
      if (column === 'card' && time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      vault.store(application, column, sealed);
      return ok({});
    },
    storeFingerprints({ sealed }) {
      vault.addMade(applicationIn(occupant), sealed);
      return ok({});
    },
    fingerprints: () => ok({ sealed: [...vault.made(applicationIn(occupant))] }),
    move({ event }) {
      const application = applicationIn(occupant);
      const { row } = recordOf(vault, application);
      const named: ApplicationEvent =
        event === 'clerk-checked'
          ? { kind: event, photo: row.photo === null ? 'none' : 'taken' }
          : { kind: event };
      const moved = vault.database.transaction(() => {
        const next = moveOn(vault, application, named);
        if (next.ok && isAboutCard(event)) {
          const { stage, ending } = shownAfterAnswer(event === 'clerk-found-card');
          vault.setStage(application, stage, ending);
        }
        return next;
      })();
      if (!moved.ok) return moved;
      if (isAboutCard(event)) tellPrint(application);
      screens.refresh();
      return ok({ state: stateText(moved.value) });
    },
    lookUpKey: () => ok({ key: cardLookUp.key() }),
  };
}
