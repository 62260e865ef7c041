import { stateText } from '../../../shared/application/lifecycle.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Denial } from '../../../shared/contract/denial.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { type Occupant, type Occupants, occupantOf } from './occupants.ts';
import { recordOf } from './open-record.ts';

/** What is known of an open application, as the vault has it at this moment, numbered in the order of time. */
export interface Snapshots {
  of(application: ApplicationId): ApplicationSnapshot;
  /** Tells the session that has it open, whenever something changed that this session did not do itself. */
  tell(application: ApplicationId): void;
}

/** What snapshots are made of, and how they are told. */
export interface SnapshotsPort {
  readonly occupants: Occupants;
  readonly vault: { find(application: ApplicationId): ApplicationRow | null };
  readonly jobs: { troubles(application: ApplicationId): readonly PrinterTrouble[] };
  readonly denials: { of(occupant: Occupant): Denial | null };
  readonly screens: { tell(token: string, event: KeeperEvent): void };
}

/** The snapshots of one keeper. */
export function createSnapshots({ occupants, vault, jobs, denials, screens }: SnapshotsPort): Snapshots {
  let revision = 0;

  function of(application: ApplicationId): ApplicationSnapshot {
    const { row, state } = recordOf(vault, application);
    revision += 1;
    return {
      revision,
      state: stateText(state),
      stage: row.stage,
      troubles: [...jobs.troubles(application)],
      ending: row.ending,
      hasPhoto: row.photo !== null,
      cardSent: row.attempts > 0,
      tray: row.tray,
      denial: shownDenial(application),
    };
  }

  /** Who has reviewed it is for the ledger alone. */
  function shownDenial(application: ApplicationId): ApplicationSnapshot['denial'] {
    const occupant = occupantOf(occupants, application);
    const standing = occupant === null ? null : denials.of(occupant);
    if (standing === null) return null;
    const { reasons, day, code } = standing;
    return { reasons: [...reasons], day, code };
  }

  return {
    of,
    tell(application) {
      const occupant = occupantOf(occupants, application);
      if (occupant !== null)
        screens.tell(occupant.session.token, { kind: 'application', snapshot: of(application) });
    },
  };
}
