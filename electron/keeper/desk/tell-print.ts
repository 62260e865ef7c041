import { stateText } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { type Desk, occupantOf } from './desk.ts';
import { recordOf } from './open-record.ts';

/**
 * Tells the session that has an application open all that is shown of its card, as the vault has it: whenever that
 * changes, and before the call that changed it is answered.
 */
export function tellPrint(desk: Desk, application: ApplicationId): void {
  const occupant = occupantOf(desk, application);
  if (occupant === null) return;
  const { row, state } = recordOf(desk, application);
  desk.tell(occupant.session.token, {
    kind: 'print',
    stage: row.stage,
    troubles: [...desk.jobs.troubles(application)],
    ending: row.ending,
    state: stateText(state),
    tray: row.tray,
  });
}
