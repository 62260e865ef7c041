import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import { advance } from '../../../shared/application/lifecycle.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn, recordOf } from '../applications/open-record.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { ApplicationReader } from '../vault/vault.ts';

type SpoilCalls = Pick<Handlers<typeof keeperCalls>, 'spoil'>;

/** What counting a spoiled card needs of the kiosk. */
export interface SpoilPort {
  readonly vault: ApplicationReader & {
    setState(application: ApplicationId, state: ReachedState): void;
    setStage(application: ApplicationId, stage: null): void;
    store(application: ApplicationId, column: 'tray', sealed: null): void;
  };
  readonly outbox: EntryRecorder;
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  readonly screens: { refresh(): void };
}

/** Counts a spoiled card of the application that this session has open. */
export function spoilCalls(port: SpoilPort, occupant: Occupant): SpoilCalls {
  const { vault, outbox, snapshots, screens } = port;
  return {
    spoil({ reason }) {
      const application = applicationIn(occupant);
      const next = advance(recordOf(vault, application).state, { kind: 'clerk-spoiled', reason });
      if (!next.ok) return err({ kind: 'not-now' });
      outbox.record(({ day }) => {
        vault.setState(application, next.value);
        vault.setStage(application, null);
        vault.store(application, 'tray', null);
        return { kind: 'spoiled', day, reason };
      });
      screens.refresh();
      return ok(snapshots.of(application));
    },
  };
}
