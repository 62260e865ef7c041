import { stateText } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { type Occupants, occupantOf } from './occupants.ts';
import { recordOf } from './open-record.ts';

/** What telling a session of its card needs of the kiosk. */
export interface TellPrintPort {
  readonly occupants: Occupants;
  readonly vault: { find(application: ApplicationId): ApplicationRow | null };
  readonly jobs: { troubles(application: ApplicationId): readonly PrinterTrouble[] };
  readonly screens: { tell(token: string, event: KeeperEvent): void };
}

/**
 * Tells the session that has an application open all that is shown of its card, as the vault has it: whenever that
 * changes, and before the call that changed it is answered.
 */
export function tellPrint(
  { occupants, vault, jobs, screens }: TellPrintPort,
  application: ApplicationId,
): void {
  const occupant = occupantOf(occupants, application);
  if (occupant === null) return;
  const { row, state } = recordOf(vault, application);
  screens.tell(occupant.session.token, {
    kind: 'print',
    stage: row.stage,
    troubles: [...jobs.troubles(application)],
    ending: row.ending,
    state: stateText(state),
    tray: row.tray,
  });
}
